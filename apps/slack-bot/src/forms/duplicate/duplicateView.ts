import {
  type ChildState,
  type DecisionContext,
  decide,
  type Episode,
  EpisodeId,
  isOpen
} from "@safe-return/domain/pathway"
import { episodeStatus, londonDateTime, marksOf } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const joinButton = caseButton(
  "join-records",
  "Join the two",
  "Another report of this child is open, and it is the same disappearance."
)

export const DUPLICATE_FORM = "duplicate"

/** The other open records of the child, the newest first. */
export const openBeside = ({ episodes }: ChildState, { id }: Episode): ReadonlyArray<Episode> =>
  episodes.filter((other) => other.id !== id && isOpen(other)).toSorted((a, b) => b.missingAt - a.missingAt)

/** What it comes to that an episode is a duplicate of another. */
export const joinedTo = (state: ChildState, { id: duplicateId }: Episode, other: Episode, context: DecisionContext) =>
  decide(state, { _tag: "MergeDuplicate", duplicateId, episodeId: other.id }, context)

/** Those it may be a duplicate of: a disappearance that was over before is another. */
export const otherRecords = (state: ChildState, episode: Episode, context: DecisionContext): ReadonlyArray<Episode> =>
  openBeside(state, episode).filter((other) => Result.isSuccess(joinedTo(state, episode, other, context)))

/** This record is a duplicate: of which other, which is kept? */
export const duplicateView = (
  link: CaseLink,
  state: ChildState,
  episode: Episode,
  context: DecisionContext
): ModalView =>
  form({
    callbackId: DUPLICATE_FORM,
    title: "Recorded twice",
    submit: "Join the two",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}\n${escapeSlack(marksOf(state, episode))}\nThis record no longer counts. The one you choose is kept and takes over what only this one knows.`
      ),
      selectField(
        { id: "duplicateId", label: "The same disappearance as" },
        Object.fromEntries(
          otherRecords(state, episode, context).map((other) => [
            other.id,
            {
              name: `${londonDateTime(other.missingAt)} · ${episodeStatus(state, other)}`,
              description: marksOf(state, other)
            }
          ])
        )
      )
    ]
  })

export const readKept = (values: FormValues): Result.Result<EpisodeId, InvalidSubmission> => {
  const kept = choiceIn(values, "duplicateId", EpisodeId)
  return kept === undefined
    ? Result.fail(new InvalidSubmission({ fields: { duplicateId: "Choose the record that is kept." } }))
    : Result.succeed(kept)
}
