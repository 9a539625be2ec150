import { type ChildReference, type ChildState, type Episode, isOpen } from "@safe-return/domain/pathway"
import { episodeStatus, londonDateTime, marksOf } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"
import { escapeSlack, section } from "../blocks/blocks.ts"
import type { CaseButton } from "../blocks/caseLink.ts"

/** A child with a great many episodes open is a record to be looked at, not a list to choose from. */
const EPISODES_SHOWN = 20

/** Several episodes are open, so the person says which one is meant: the newest first. */
export const whichEpisode = (
  child: ChildReference,
  state: ChildState,
  episodes: ReadonlyArray<Episode>,
  button: CaseButton
): MessageContent => {
  const which = episodes.every(isOpen) ? "open" : "that may be meant"
  const text = `${escapeSlack(child)} has ${episodes.length} episodes ${which}. Which one is meant? Nothing was recorded yet.`
  const choices = episodes
    .toSorted((a, b) => b.missingAt - a.missingAt)
    .slice(0, EPISODES_SHOWN)
    .map(
      (episode): KnownBlock => ({
        ...section(
          `*Last seen ${londonDateTime(episode.missingAt)}*\n${escapeSlack(marksOf(state, episode))}\n${episodeStatus(state, episode)}`
        ),
        block_id: episode.id,
        accessory: button({ child, episodeId: episode.id })
      })
    )
  return { text, blocks: [section(text), ...choices] }
}

/** Several episodes could be meant: each has the button that opens the form for it. */
export const whichEpisodeView = (
  child: ChildReference,
  state: ChildState,
  episodes: ReadonlyArray<Episode>,
  button: CaseButton
): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "Which episode?" },
  close: { type: "plain_text", text: "Cancel" },
  blocks: [...(whichEpisode(child, state, episodes, button).blocks ?? [])]
})
