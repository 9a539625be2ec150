import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { escapeSlack, section, sectionWith } from "../../blocks/blocks.ts"
import { type EpisodeCardFacts, everyButton } from "../cardButtons.ts"

const seen = ({ state, episode }: EpisodeCardFacts): string =>
  state.death === undefined ? ` · last seen ${londonDateTime(episode.missingAt)}` : ""

/** Everything that can be done about an episode, each with a sentence: a card shows only the next few. */
export const moreView = (card: EpisodeCardFacts): ModalView => {
  const { child, state, episode } = card
  return {
    type: "modal",
    title: { type: "plain_text", text: "More" },
    close: { type: "plain_text", text: "Close" },
    blocks: [
      section(`*${escapeSlack(child)}* · ${episodeStatus(state, episode)}${seen(card)}`),
      ...everyButton(card).map((button) => sectionWith(button.purpose, button({ child, episodeId: episode.id })))
    ]
  }
}
