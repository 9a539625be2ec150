import type { Instant } from "@safe-return/domain/calendar"
import {
  type Attempt,
  AttemptResult,
  attemptResultWords,
  ContactMethod,
  contactMethodWords,
  type Interview,
  type RecordAttempt
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const attemptButton = caseButton(
  "attempt",
  "Record attempt",
  "A try at reaching the child, and what came of it."
)

export const ATTEMPT_FORM = "attempt"

/** Earlier attempts that are listed in the form. */
const SHOWN = 5

const earlier = (attempts: ReadonlyArray<Attempt>): string =>
  attempts.length === 0
    ? "No attempt is recorded yet."
    : attempts
        .slice(-SHOWN)
        .map(
          ({ attemptedAt, method, result }) =>
            `• ${londonDateTime(attemptedAt)}, ${contactMethodWords.words[method].toLowerCase()}: ${attemptResultWords.words[result].toLowerCase()}`
        )
        .join("\n")

/** One try at reaching the child, and what came of it. */
export const attemptView = (link: CaseLink, interview: Interview | undefined, now: Instant): ModalView =>
  form({
    callbackId: ATTEMPT_FORM,
    title: "Attempt",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · an attempt to reach the child for the return home interview`),
      context(earlier(interview?.attempts ?? [])),
      dateTimeField({ id: "attemptedAt", label: "Attempted at" }, now),
      radioField({ id: "method", label: "How" }, contactMethodWords.words),
      radioField({ id: "result", label: "What came of it" }, attemptResultWords.words)
    ]
  })

export const readAttempt = (link: CaseLink, values: FormValues): Result.Result<RecordAttempt, InvalidSubmission> => {
  const attemptedAt = instantIn(values, "attemptedAt")
  const method = choiceIn(values, "method", ContactMethod)
  const result = choiceIn(values, "result", AttemptResult)
  if (attemptedAt === undefined || method === undefined || result === undefined) {
    const fields = {
      ...(attemptedAt === undefined ? { attemptedAt: "Give when you tried." } : {}),
      ...(method === undefined ? { method: "Say how you tried to reach the child." } : {}),
      ...(result === undefined ? { result: "Say what came of it." } : {})
    }
    return Result.fail(new InvalidSubmission({ fields }))
  }
  return Result.succeed({ _tag: "RecordAttempt", episodeId: link.episodeId, attemptedAt, method, result })
}
