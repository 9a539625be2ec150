import { type Episode, type ReopenEpisode, ReopeningReason, reopeningReasonWords } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const reopenButton = caseButton("reopen", "Reopen", "Something new has come to light.")

export const REOPEN_FORM = "reopen"

/** A cancelled episode was neither handed over nor closed at 18. */
const ofCancelled = {
  "closed-in-error": "Cancelled in error",
  "new-information": reopeningReasonWords.words["new-information"]
} as const satisfies Partial<Record<ReopeningReason, string>>

/** Why is the episode opened again? */
export const reopenView = (link: CaseLink, { missingAt, progress }: Episode): ModalView =>
  form({
    callbackId: REOPEN_FORM,
    title: "Reopen episode",
    submit: "Reopen episode",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(missingAt)}\nWhat was owed before is owed again, with the same deadlines. If the child counts as missing then, people are alerted.`
      ),
      radioField<string>(
        { id: "reason", label: "Why is it reopened?" },
        progress._tag === "Cancelled" ? ofCancelled : reopeningReasonWords.words
      )
    ]
  })

export const readReopening = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<ReopenEpisode, InvalidSubmission> => {
  const reason = choiceIn(values, "reason", ReopeningReason)
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is reopened." } }))
    : Result.succeed({ _tag: "ReopenEpisode", episodeId, reason })
}
