/** Who is away, when, and who covers. */

import { whoMay } from "@safe-return/casework"
import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type Away, AwayFor, awayWords } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { awaySpanInWords } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { Result } from "effect"
import { section } from "../../blocks/blocks.ts"
import { dateField, personField, radioField } from "../fields.ts"
import { choiceIn, dayIn, type FormValues, form, InvalidSubmission, personIn } from "../form.ts"

export const AWAY_FORM = "away"

export const awayButton = {
  type: "button",
  action_id: "open-away",
  text: { type: "plain_text", text: "Leave and sickness" }
} as const satisfies Button

/** What the form is filled in with: today for oneself, or what a command said. */
interface AwayDefaults {
  readonly person: PersonId
  readonly from: CivilDay
  readonly to?: CivilDay
  readonly for?: AwayFor
  readonly cover?: PersonId
  /** It was typed, so what was understood is said with its weekdays. */
  readonly isTyped?: boolean
}

export const awayView = ({ person, from, to, for: reason, cover, isTyped = false }: AwayDefaults): ModalView =>
  form({
    callbackId: AWAY_FORM,
    title: "Away, and who covers",
    submit: "Save",
    blocks: [
      ...(isTyped
        ? [section(`*${awaySpanInWords({ from, to })}* Check both days, then press Save: nobody is told before.`)]
        : []),
      section("While a person is away, what is for them goes to their cover as well. Back early: `/rhi back`."),
      personField(
        {
          id: "person",
          label: "Who is away",
          hint: `Yourself, or anybody if you are ${whoMay("change-availability")}.`
        },
        person
      ),
      dateField({ id: "from", label: "First day away" }, from),
      dateField({ id: "to", label: "Last day away", hint: "Leave empty if nobody knows yet.", optional: true }, to),
      radioField(
        { id: "for", label: "Why", hint: "Kept, and told to nobody." },
        { ...awayWords, other: "another reason" },
        reason
      ),
      personField({ id: "cover", label: "Who covers", optional: true }, cover)
    ]
  })

/** The person it is about; undefined where nobody was chosen. */
export const readWhoseAway = (values: FormValues): PersonId | undefined => personIn(values, "person")

export const readCover = (values: FormValues): PersonId | undefined => personIn(values, "cover")

export const readAway = (
  values: FormValues
): Result.Result<Away & { readonly person: PersonId }, InvalidSubmission> => {
  const [person, from, to, reason, cover] = [
    readWhoseAway(values),
    dayIn(values, "from"),
    dayIn(values, "to"),
    choiceIn(values, "for", AwayFor),
    readCover(values)
  ]
  const isBackwards = to !== undefined && from !== undefined && to < from
  if (person !== undefined && from !== undefined && reason !== undefined && !isBackwards) {
    return Result.succeed({ person, from, for: reason, ...definedFields({ to, cover }) })
  }
  const fields = {
    ...(person === undefined ? { person: "Choose who is away." } : {}),
    ...(from === undefined ? { from: "Give the first day away." } : {}),
    ...(isBackwards ? { to: "The last day comes before the first." } : {}),
    ...(reason === undefined ? { for: "Choose one." } : {})
  }
  return Result.fail(new InvalidSubmission({ fields }))
}

/** What was saved, in mrkdwn. */
export const savedView = (text: string): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "Saved" },
  close: { type: "plain_text", text: "Close" },
  blocks: [section(text)]
})
