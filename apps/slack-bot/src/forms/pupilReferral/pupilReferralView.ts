import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type CmeCaseId, type CmeCommandOf, type PupilReference, usualCmePolicy } from "@safe-return/domain/education"
import type { ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { section } from "../../blocks/blocks.ts"
import { dateField, selectField, textField } from "../fields.ts"
import { choiceIn, dayIn, type FormValues, form, InvalidSubmission } from "../form.ts"
import { dayField, readReturnFields, returnFields } from "../pupilFields.ts"

export const PUPIL_REFERRAL_FORM = "pupil-referral"

/** Who tells councils, in words of our own: a person is never named. */
export const sources = [
  "School",
  "Parent or carer",
  "Admissions",
  "Another council",
  "Social care",
  "Health",
  "Housing",
  "Police",
  "A member of the public",
  "Other"
] as const
const Source = Schema.Literals(sources)

/** A child is missing education: who, since when and why, as far as it is known. */
export const pupilReferralView = (today: CivilDay, example: string, reference?: PupilReference): ModalView =>
  form({
    callbackId: PUPIL_REFERRAL_FORM,
    title: "Refer a child",
    submit: "Refer",
    blocks: [
      section("A child of compulsory school age who is on no school's roll and gets no suitable education otherwise."),
      textField({
        id: "reference",
        label: "Education reference",
        placeholder: example,
        hint: "The education system's reference of the child, never a name.",
        maxLength: 40,
        ...definedFields({ initial: reference })
      }),
      dayField("referredOn", "The council was told on", today),
      selectField(
        { id: "source", label: "Who told the council", optional: true },
        Object.fromEntries(sources.map((source) => [source, source]))
      ),
      dateField({
        id: "bornOn",
        label: "Born on",
        hint: "Only to see whether the child is of compulsory school age. It is not kept.",
        optional: true
      }),
      ...returnFields({})
    ]
  })

export const readReferral = (
  caseId: CmeCaseId,
  values: FormValues
): Result.Result<CmeCommandOf<"ReferCase">, InvalidSubmission> => {
  const referredOn = dayIn(values, "referredOn")
  if (referredOn === undefined) {
    return Result.fail(new InvalidSubmission({ fields: { referredOn: "Give the day on which the council was told." } }))
  }
  return Result.succeed({
    _tag: "ReferCase",
    caseId,
    referredOn,
    policy: usualCmePolicy,
    ...readReturnFields(values),
    ...definedFields({ source: choiceIn(values, "source", Source), bornOn: dayIn(values, "bornOn") })
  })
}
