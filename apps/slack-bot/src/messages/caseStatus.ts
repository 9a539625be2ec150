import type { Permission } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { planStanding } from "@safe-return/domain/findMePlan"
import { type PersonId, remainingTasks, remainingTaskWords } from "@safe-return/domain/pathway"
import { answersInWords, asksToAcknowledge } from "@safe-return/outreach"
import { datesSeenFrom, episodeStatus, importedInWords, planInWords } from "@safe-return/wording"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, section } from "../blocks/blocks.ts"
import type { EpisodeCardFacts } from "../forms/cardButtons.ts"
import { acknowledgeBlocks } from "./slackParts.ts"
import { slackRenderer } from "./slackRenderer.ts"
import { slackStyle } from "./slackStyle.ts"

/** Other episodes shown at most: the newest tell most. */
const OTHERS_SHOWN = 5

/** What the channel's card says of the alert by who was told of it, a person reads by who has answered. */
const alertBlocks = ({ child, episode }: EpisodeCardFacts, reader: PersonId) =>
  asksToAcknowledge(episode)
    ? [
        section(answersInWords({ episode, reader }, slackStyle) ?? "*Nobody has acknowledged the alert yet.*"),
        ...acknowledgeBlocks({ child, episode, reader })
      ]
    : []

export interface StatusReader {
  readonly person: PersonId
  readonly may: ReadonlySet<Permission>
}

/** Where one child's case stands, for one reader: the card, what is left to do, the plan and the other episodes. */
export const caseStatus = (facts: EpisodeCardFacts, reader?: StatusReader): MessageContent => {
  const { state, episode, now } = facts
  const card = slackRenderer.render({ _tag: "EpisodeCard", ...facts, ...definedFields({ readerMay: reader?.may }) })
  if (state.death !== undefined) return card
  const left = remainingTasks(state, episode)
  const others = state.episodes.filter(({ id }) => id !== episode.id)
  const newest = others.toSorted((a, b) => b.missingAt - a.missingAt).slice(0, OTHERS_SHOWN)
  const lines = newest.map(
    (other) => `• Last seen ${datesSeenFrom(now).dateTime(other.missingAt)}: ${episodeStatus(state, other)}`
  )
  const more = others.length > newest.length ? [`• ${others.length - newest.length} earlier`] : []
  const imported = importedInWords(state, datesSeenFrom(now))
  return {
    text: card.text,
    blocks: [
      ...card.blocks,
      ...(reader === undefined ? [] : alertBlocks(facts, reader.person)),
      ...(left.length === 0
        ? []
        : [section(`*Still to do*\n${left.map((owed) => `• ${remainingTaskWords[owed]}`).join("\n")}`)]),
      context(`Find Me Plan: ${planInWords(planStanding(state, now), datesSeenFrom(now))}`),
      ...(lines.length === 0 ? [] : [context(`*Other episodes*\n${[...lines, ...more].join("\n")}`)]),
      ...(imported === undefined ? [] : [context(`${imported}.`)])
    ]
  }
}
