import {
  type ChildState,
  type Episode,
  interviewOf,
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

export const UNASSIGN_FORM = "unassign"

/** The interviewer is taken off the interview. */
export const unassignView = (link: CaseLink, state: ChildState, { id, missingAt }: Episode): ModalView => {
  const interviewer = interviewOf(state, id)?.interviewer
  const who = interviewer === undefined ? "nobody" : personInWords(interviewer)
  return form({
    callbackId: UNASSIGN_FORM,
    title: "Take off the interview",
    submit: "Take off",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(missingAt)}\nThe interview is with ${who} and will be with nobody. What was offered and attempted stays.`
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
