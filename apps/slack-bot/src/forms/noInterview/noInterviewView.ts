import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  NotDoneGiven,
  type NotDoneReason,
  notDoneGivenWords,
  notDoneWords,
  type PersonId
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, personField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn, personIn } from "../form.ts"

export const noInterviewButton = caseButton(
  "no-interview",
  "No interview",
  "The child declined, or there is another reason."
)

export const NO_INTERVIEW_FORM = "no-interview"

/** Why there is no interview: the child declined, or a person decided on another reason. */
export const noInterviewView = (
  link: CaseLink,
  /** When the interview was offered for this episode. */
  offeredAt: Instant | undefined,
  person: PersonId,
  recorded?: NotDoneReason
): ModalView =>
  form({
    callbackId: NO_INTERVIEW_FORM,
    title: "No interview",
    submit: "Record",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · There is no return home interview. It can be taken up again: assign or log it.`
      ),
      selectField(
        {
          id: "reason",
          label: "Reason",
          ...(recorded === undefined ? {} : { hint: `Recorded: ${notDoneWords.words[recorded]}` })
        },
        notDoneGivenWords.words
      ),
      offeredAt === undefined
        ? dateTimeField({
            id: "offeredAt",
            label: "Offered to the child at",
            hint: "Needed when the child declined: the offer is owed to every child and is counted.",
            optional: true
          })
        : context(`Offered to the child ${londonDateTime(offeredAt)}.`),
      personField(
        { id: "decidedBy", label: "Decided by", hint: "Needed unless the child declined.", optional: true },
        person
      )
    ]
  })

/** A child who declines has given an answer to the offer; anything else is a person's decision. */
type NoInterview =
  | { readonly _tag: "Declined"; readonly offeredAt?: Instant }
  | { readonly _tag: "NotDone"; readonly reason: NotDoneGiven; readonly decidedBy: PersonId }

export const readNoInterview = (values: FormValues): Result.Result<NoInterview, InvalidSubmission> => {
  const reason = choiceIn(values, "reason", NotDoneGiven)
  const offeredAt = instantIn(values, "offeredAt")
  const decidedBy = personIn(values, "decidedBy")
  if (reason === undefined) {
    return Result.fail(new InvalidSubmission({ fields: { reason: "Choose why there is no interview." } }))
  }
  if (reason === "declined-by-child") {
    return Result.succeed({ _tag: "Declined", ...definedFields({ offeredAt }) })
  }
  if (offeredAt !== undefined) {
    return Result.fail(
      new InvalidSubmission({
        fields: { offeredAt: "Leave this empty unless the child declined. Record an offer under Offer." }
      })
    )
  }
  return decidedBy === undefined
    ? Result.fail(new InvalidSubmission({ fields: { decidedBy: "Choose who decided it." } }))
    : Result.succeed({ _tag: "NotDone", reason, decidedBy })
}
