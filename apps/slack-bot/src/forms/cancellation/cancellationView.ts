import {
  type CancelEpisode,
  CancellationReason,
  cancellationReasonWords,
  type Episode
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const cancelEpisodeButton = caseButton(
  "cancel-episode",
  "Cancel the episode",
  "There was no such episode: of this child, or at all."
)
export const keepEpisodeButton = caseButton(
  "keep-episode",
  "Keep the episode",
  "The cancellation that was sent does not stand."
)

export const CANCEL_EPISODE_FORM = "cancel-episode"
export const KEEP_EPISODE_FORM = "keep-episode"

/** Slack's own word for leaving a form is "Cancel", which here would say the opposite. */
const LEAVE = "Leave it as it is"

const aboutIt = ({ child }: CaseLink, { missingAt }: Episode): string =>
  `*${escapeSlack(child)}* · last seen ${londonDateTime(missingAt)}`

/** There was no such episode: of this child, or at all. */
export const cancelEpisodeView = (link: CaseLink, episode: Episode): ModalView =>
  form({
    callbackId: CANCEL_EPISODE_FORM,
    title: "Cancel the episode",
    submit: "Cancel the episode",
    close: LEAVE,
    link,
    blocks: [
      section(
        `${aboutIt(link, episode)}\nThe episode no longer counts, and nobody looks for this child because of it. What was recorded stays, and it can be reopened. If the report is about another child whose reference you know, use Correct and move it instead: then that child is looked for.`
      ),
      radioField({ id: "reason", label: "Why is it cancelled?" }, cancellationReasonWords.words)
    ]
  })

export const readCancellation = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<CancelEpisode, InvalidSubmission> => {
  const reason = choiceIn(values, "reason", CancellationReason)
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is cancelled." } }))
    : Result.succeed({ _tag: "CancelEpisode", episodeId, reason })
}

/** The cancellation that was sent does not stand. */
export const keepEpisodeView = (link: CaseLink, episode: Episode): ModalView =>
  form({
    callbackId: KEEP_EPISODE_FORM,
    title: "Keep the episode",
    submit: "Keep the episode",
    close: LEAVE,
    link,
    blocks: [
      section(
        `${aboutIt(link, episode)}\nThe episode and its interview stand, and the cancellation that was sent changes nothing.`
      )
    ]
  })
