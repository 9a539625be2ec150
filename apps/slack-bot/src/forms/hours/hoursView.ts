/** A person's working days: the usual hours, and the days with other hours. */

import { whoMay } from "@safe-return/casework"
import { type Weekday, type WorkingPattern, weekdays } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { patternInWords } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { Schema } from "effect"
import { section } from "../../blocks/blocks.ts"
import { checkboxField, personField, textField, timeField } from "../fields.ts"
import { choicesIn, type FormValues, form, personIn, textIn, timeIn } from "../form.ts"

export const HOURS_FORM = "hours"

export const hoursButton = {
  type: "button",
  action_id: "open-hours",
  text: { type: "plain_text", text: "Working days" }
} as const satisfies Button

const Day = Schema.Literals(weekdays)

const dayNames = Object.fromEntries(weekdays.map((day) => [day, `${day.charAt(0).toUpperCase()}${day.slice(1)}`]))

/** @param known theirs, shown and not filled in: a form for another person would otherwise begin with one's own */
export const hoursView = (person: PersonId, known?: WorkingPattern): ModalView =>
  form({
    callbackId: HOURS_FORM,
    title: "Working days",
    submit: "Save",
    blocks: [
      section(
        `Shown to those who give an interview, and asked about when one is planned at another time. Nobody is told less for it.${known === undefined ? "" : `\n*Known of you now:* ${patternInWords(known)}.`}`
      ),
      personField(
        {
          id: "person",
          label: "Who works then",
          hint: `Yourself, or anybody if you are ${whoMay("change-availability")}.`
        },
        person
      ),
      checkboxField({ id: "days", label: "Days with the usual hours", optional: true }, dayNames),
      timeField({ id: "opens", label: "From" }, "09:00"),
      timeField({ id: "closes", label: "Until" }, "17:00"),
      textField({
        id: "others",
        label: "Days with other hours",
        placeholder: "fri 09:00-13:00",
        hint: "By the 24-hour clock. Days that are on neither list are not worked. To take back what is known: /rhi hours none.",
        maxLength: 200,
        optional: true
      })
    ]
  })

/** What was entered, each part as it stands. */
export interface HoursEntered {
  readonly person: PersonId | undefined
  readonly days: ReadonlyArray<Weekday>
  readonly opens: string
  readonly closes: string
  /** As typed; empty when nothing was. */
  readonly others: string
}

export const readHours = (values: FormValues): HoursEntered => ({
  person: personIn(values, "person"),
  days: choicesIn(values, "days", Day),
  opens: timeIn(values, "opens"),
  closes: timeIn(values, "closes"),
  others: textIn(values, "others")
})
