/** Who has the out-of-hours duty from when to when. */
import type { Duty, DutyRota } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { Schema } from "effect"
import { section } from "../../blocks/blocks.ts"
import { dateTimeField, personField, selectField } from "../fields.ts"
import { form } from "../form.ts"

export const GIVE_DUTY_FORM = "give-duty"
export const TAKE_BACK_DUTY_FORM = "take-back-duty"

const button = (id: string, text: string) =>
  ({ type: "button", action_id: id, text: { type: "plain_text", text } }) as const satisfies Button

export const giveDutyButton = button("give-duty", "Add a duty")
export const takeBackDutyButton = button("take-back-duty", "Take a duty off")

const Seen = Schema.fromJsonString(Schema.Struct({ version: Schema.Int }))
const encodeSeen = Schema.encodeSync(Seen)

/** The rota that a form was opened on. */
export const decodeSeen = Schema.decodeUnknownOption(Seen)

export const spanInWords = (
  { from, until }: Pick<Duty, "from" | "until">,
  { dateTime }: DateWords = datesInFull
): string => `${dateTime(from)} to ${dateTime(until)}`

export const giveDutyView = ({ version }: DutyRota): ModalView => ({
  ...form({
    callbackId: GIVE_DUTY_FORM,
    title: "Add a duty",
    submit: "Save",
    blocks: [
      section(
        "Once there is a rota, only those who are on duty are told as the out-of-hours duty. In a gap, all of them are."
      ),
      personField({ id: "person", label: "Who has the duty" }),
      dateTimeField({ id: "from", label: "From" }),
      dateTimeField({ id: "until", label: "Until", hint: "The next duty may begin at the same minute." })
    ]
  }),
  private_metadata: encodeSeen({ version })
})

export const takeBackDutyView = (
  { version }: DutyRota,
  duties: ReadonlyArray<Duty>,
  nameOf: (person: PersonId) => string
): ModalView => ({
  ...form({
    callbackId: TAKE_BACK_DUTY_FORM,
    title: "Take a duty off",
    submit: "Take off",
    blocks: [
      section("From then on nobody is on duty at that time, unless another person is: the gap is shown on your Home."),
      selectField(
        { id: "duty", label: "Which duty" },
        Object.fromEntries(
          duties.map((duty) => [duty.id, { name: nameOf(duty.person), description: spanInWords(duty) }])
        )
      )
    ]
  }),
  private_metadata: encodeSeen({ version })
})
