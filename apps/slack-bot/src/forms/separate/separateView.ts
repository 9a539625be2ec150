import {
  type ChildState,
  CorrectionReason,
  correctionReasonWords,
  type Episode,
  EpisodeId,
  type SeparateDuplicate
} from "@safe-return/domain/pathway"
import { londonDateTime, marksOf } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { radioField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const SEPARATE_FORM = "separate"

/** The records that were joined and may be separated again: this one, or those that were joined to it, newest first. */
export const joinedRecords = ({ episodes }: ChildState, episode: Episode): ReadonlyArray<Episode> =>
  episodes
    .filter(
      ({ id, progress }) =>
        progress._tag === "Cancelled" &&
        progress.duplicateOf !== undefined &&
        (id === episode.id || progress.duplicateOf === episode.id)
    )
    .toSorted((a, b) => b.missingAt - a.missingAt)

/** Two disappearances were joined by mistake: which of them is one of its own? */
export const separateView = (link: CaseLink, state: ChildState, episode: Episode): ModalView => {
  const joined = Object.fromEntries(
    joinedRecords(state, episode).map((joined) => [
      joined.id,
      { name: `Last seen ${londonDateTime(joined.missingAt)}`, description: marksOf(state, joined) }
    ])
  )
  const [first] = Object.keys(joined)
  return form({
    callbackId: SEPARATE_FORM,
    title: "Separate again",
    submit: "Separate",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Both records count again, each as its own disappearance. What the one that was kept had from the other alone is taken back from it: a return above all, for then that child is still missing.`
      ),
      selectField({ id: "episodeId", label: "The record that is a disappearance of its own" }, joined, first),
      radioField({ id: "reason", label: "Why" }, correctionReasonWords.words)
    ]
  })
}

export const readSeparation = (values: FormValues): Result.Result<SeparateDuplicate, InvalidSubmission> => {
  const episodeId = choiceIn(values, "episodeId", EpisodeId)
  const reason = choiceIn(values, "reason", CorrectionReason)
  if (episodeId === undefined || reason === undefined) {
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(episodeId === undefined ? { episodeId: "Choose the record." } : {}),
          ...(reason === undefined ? { reason: "Choose why it is separated." } : {})
        }
      })
    )
  }
  return Result.succeed({ _tag: "SeparateDuplicate", episodeId, reason })
}
