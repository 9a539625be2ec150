/**
 * The card of one episode in the private missing channel, updated in place as things happen.
 *
 * It carries no risk grade, no reason and nothing the child said. It gives clock times and never "in 3 h": it
 * stands for days and would be wrong a minute after it was posted.
 */

import { decisionsOwed } from "@safe-return/casework"
import { clocksOf, warningLevel } from "@safe-return/domain/deadlines"
import { type ChildState, type Episode, interviewStatus } from "@safe-return/domain/pathway"
import {
  caveatsOf,
  episodeStatus,
  hours72InWords,
  hoursAndMinutes,
  stayInWords,
  workingDaysInWords
} from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import { cardButtons, type EpisodeCardFacts, isReadyToClose } from "../forms/cardButtons.ts"
import { whyButton } from "../forms/why/whyView.ts"
import { episodeFacts } from "../words/episodeFacts.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { alertStandingInWords } from "./alertStanding.ts"
import { actions, context, facts, header, section, sectionWith } from "./blocks.ts"
import { completionInWords } from "./completion.ts"
import { deathCard } from "./deathCard.ts"
import { decisionOwedInWords } from "./decisionOwed.ts"
import type { MessageContent } from "./MessageContent.ts"
import { nextStep } from "./nextStep.ts"

/** A notice that came later than this after the report is worth a line: an hour of the clocks may be gone. */
const LATE_NOTICE = 60 * 60_000

const deadlineBlocks = ({ child, state, episode, calendars, now }: EpisodeCardFacts): ReadonlyArray<KnownBlock> => {
  const level = Option.getOrUndefined(warningLevel(state, episode, now))
  const clocks = Option.getOrUndefined(clocksOf(episode, calendars))
  if (level === undefined || clocks === undefined) return []
  if (level === "not-back") {
    return [
      sectionWith("*No clock runs yet.* It starts when the child is back.", whyButton({ child, episodeId: episode.id }))
    ]
  }
  const overdue = level === "overdue" ? ":rotating_light: *Overdue.* " : ""
  const due = `${hours72InWords(clocks, episode.policy)}\n${workingDaysInWords(clocks, episode.policy)}`
  return [
    sectionWith(`${overdue}*Interview due*\n${due}`, whyButton({ child, episodeId: episode.id })),
    ...caveatsOf(clocks).map((caveat) => context(escapeSlack(caveat)))
  ]
}

const lateness = ({ reportedAt, notifiedAt }: Episode): ReadonlyArray<KnownBlock> =>
  notifiedAt - reportedAt > LATE_NOTICE
    ? [context(`The council was told ${hoursAndMinutes(notifiedAt - reportedAt)} after the report to the police.`)]
    : []

/** What only a person can decide, because what was sent contradicts what was recorded before. */
const decisionBlocks = (state: ChildState, episode: Episode): ReadonlyArray<KnownBlock> =>
  decisionsOwed(state, episode).map((owed) => section(decisionOwedInWords[owed]))

/** Siblings or friends: by reference alone, and each is looked for by itself. */
const together = (
  { missingTogether = [] }: Episode,
  togetherWith: EpisodeCardFacts["togetherWith"]
): ReadonlyArray<KnownBlock> => {
  if (missingTogether.length === 0) return []
  const others = missingTogether.map((other) => {
    const status = togetherWith?.get(other)
    return status === undefined ? escapeSlack(other) : `${escapeSlack(other)} (${status})`
  })
  return [
    context(
      `Missing together with ${others.join(", ")}. Each has a card of their own: that one is found says nothing of the others.`
    )
  ]
}

export const episodeCard = (card: EpisodeCardFacts): MessageContent => {
  if (card.state.death !== undefined) return deathCard({ ...card, death: card.state.death })
  const { child, state, episode, allocatedWorker, alert, calendars } = card
  const reference = escapeSlack(child)
  const standing = interviewStatus(state, episode)
  const status = episodeStatus(state, episode)
  const closing = isReadyToClose(card)
    ? " *Next:* a Missing Co-ordinator or team manager closes the episode: nothing is left to do."
    : ""
  const next = `${nextStep(child, episode, standing, stayInWords(state, episode))}${closing}`
  const buttons = cardButtons(card)
  return {
    text: `${reference}: ${status}. ${next}`,
    blocks: [
      header(`${child} · ${status}`),
      section(next),
      ...decisionBlocks(state, episode),
      ...(alert === undefined ? [] : [section(alertStandingInWords(alert))]),
      ...deadlineBlocks(card),
      ...Option.match(completionInWords(episode, standing, calendars), {
        onNone: () => [],
        onSome: (words) => [section(words)]
      }),
      facts(episodeFacts(state, episode, allocatedWorker)),
      ...lateness(episode),
      ...together(episode, card.togetherWith),
      ...(buttons.length === 0 ? [] : [actions("episode", buttons)])
    ]
  }
}
