import {
  type Episode,
  type PersonId,
  type UnassignInterview,
  UnassignReason,
  unassignReasonWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { personInWords } from "../../words/person.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const unassignButton = caseButton(
  "unassign",
  "Take off the interview",
  "The person who has the interview is not to carry it out."
)

/** The same, as the interviewer reads it. */
export const giveUpButton = caseButton(
  "unassign",
  "Can't take it",
  "You cannot carry out this interview: the Missing Co-ordinator is told."
)

export const UNASSIGN_FORM = "unassign"

interface WhoseInterview {
  readonly interviewer: PersonId
  readonly reader: PersonId
}

/** The interviewer is taken off the interview, or gives it up. */
export const unassignView = (
  link: CaseLink,
  { missingAt }: Pick<Episode, "missingAt">,
  { interviewer, reader }: WhoseInterview
): ModalView => {
  const isOwn = interviewer === reader
  const whose = isOwn
    ? "The interview is yours and will be with nobody. The Missing Co-ordinator is told, and assigns it again."
    : `The interview is with ${personInWords(interviewer)} and will be with nobody.`
  return form({
    callbackId: UNASSIGN_FORM,
    title: isOwn ? "Can't take it" : "Take off the interview",
    submit: isOwn ? "Give it up" : "Take off",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(missingAt)}\n${whose} A planned time is dropped. What was offered and attempted stays.`
      ),
      radioField({ id: "reason", label: "Why" }, unassignReasonWords.words)
    ]
  })
}

export const readUnassignment = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<UnassignInterview, InvalidSubmission> => {
  const reason = choiceIn(values, "reason", UnassignReason)
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why." } }))
    : Result.succeed({ _tag: "UnassignInterview", episodeId, reason })
}
