import type { Permission } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { planStanding } from "@safe-return/domain/findMePlan"
import { remainingTasks, remainingTaskWords } from "@safe-return/domain/pathway"
import { datesSeenFrom, episodeStatus, planInWords } from "@safe-return/wording"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, section } from "../blocks/blocks.ts"
import type { EpisodeCardFacts } from "../forms/cardButtons.ts"
import { slackRenderer } from "./slackRenderer.ts"

/** Other episodes shown at most: the newest tell most. */
const OTHERS_SHOWN = 5

/** Where one child's case stands, for one reader: the card, what is left to do, the plan and the other episodes. */
export const caseStatus = (facts: EpisodeCardFacts, readerMay?: ReadonlySet<Permission>): MessageContent => {
  const { state, episode, now } = facts
  const card = slackRenderer.render({ _tag: "EpisodeCard", ...facts, ...definedFields({ readerMay }) })
  if (state.death !== undefined) return card
  const left = remainingTasks(state, episode)
  const others = state.episodes.filter(({ id }) => id !== episode.id)
  const newest = others.toSorted((a, b) => b.missingAt - a.missingAt).slice(0, OTHERS_SHOWN)
  const lines = newest.map(
    (other) => `• Last seen ${datesSeenFrom(now).dateTime(other.missingAt)}: ${episodeStatus(state, other)}`
  )
  const more = others.length > newest.length ? [`• ${others.length - newest.length} earlier`] : []
  return {
    text: card.text,
    blocks: [
      ...card.blocks,
      ...(left.length === 0
        ? []
        : [section(`*Still to do*\n${left.map((owed) => `• ${remainingTaskWords[owed]}`).join("\n")}`)]),
      context(`Find Me Plan: ${planInWords(planStanding(state, now), datesSeenFrom(now))}`),
      ...(lines.length === 0 ? [] : [context(`*Other episodes*\n${[...lines, ...more].join("\n")}`)])
    ]
  }
}
