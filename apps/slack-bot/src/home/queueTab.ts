import { childrenMissing, everyDecisionOwed, type OwedDecision } from "@safe-return/casework"
import type { QueueLine } from "@safe-return/domain/deadlines"
import { offeredAtOf } from "@safe-return/domain/pathway"
import { decisionOwedBriefly } from "@safe-return/outreach"
import { type DateWords, datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { actions, context, escapeSlack, header, section } from "../blocks/blocks.ts"
import { cancelEpisodeButton, keepEpisodeButton } from "../forms/cancellation/cancellationView.ts"
import { interviewUndoButtons, reportQuestionButtons } from "../forms/cardButtons.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { whereaboutsButton } from "../forms/whereabouts/whereaboutsView.ts"
import { awaitedBlocks } from "./awaitedBlocks.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { type HomeFilter, onTab } from "./HomePlace.ts"
import { homeButton } from "./homeButtons.ts"
import { interviewLines } from "./interviewLines.ts"
import { missingLine } from "./missingNow.ts"
import { pageOf } from "./pages.ts"

const isUnassigned = ({ standing }: QueueLine): boolean => standing._tag === "Unassigned"
const isNotOffered = ({ standing, episode }: QueueLine): boolean =>
  standing._tag === "Assigned" && offeredAtOf(standing.interview, episode) === undefined

interface QueueFilter {
  readonly words: string
  readonly none: string
  readonly count: number
  readonly blocks: () => ReadonlyArray<KnownBlock>
}

const ofLines = (words: string, none: string, lines: ReadonlyArray<QueueLine>, facts: HomeFacts): QueueFilter => ({
  words,
  none,
  count: lines.length,
  blocks: () => {
    const { items, turn } = pageOf(lines, facts.place)
    return [...interviewLines(items, facts), ...turn]
  }
})

const narrowedTo = (facts: HomeFacts): Readonly<Record<HomeFilter, QueueFilter>> => {
  const { lines, states, place } = facts
  const missing = childrenMissing(states)
  return {
    all: ofLines("All owed", "No return home interview is waiting.", lines, facts),
    unassigned: ofLines(
      "Not assigned",
      "Every interview that is owed has an interviewer.",
      lines.filter(isUnassigned),
      facts
    ),
    "not-offered": ofLines(
      "Not offered yet",
      "Every interview that has an interviewer was offered.",
      lines.filter(isNotOffered),
      facts
    ),
    "still-missing": {
      words: "Still missing",
      none: "No child is missing.",
      count: missing.length,
      blocks: () => {
        const { items, turn } = pageOf(missing, place)
        return [...items.map((one) => missingLine(one, facts)), ...turn]
      }
    }
  }
}

const order: ReadonlyArray<HomeFilter> = ["all", "unassigned", "not-offered", "still-missing"]

/** Shown at most: each of them is asked in a message of its own as well. */
const DECISIONS_SHOWN = 8

const decisionLines = (
  { child, state, episode, owed }: OwedDecision,
  place: number,
  { dateTime }: DateWords
): ReadonlyArray<KnownBlock> => {
  const link = { child, episodeId: episode.id }
  const buttons = {
    cancellation: [keepEpisodeButton, cancelEpisodeButton],
    "report-in-question": reportQuestionButtons(episode),
    "interview-in-question": interviewUndoButtons(state, episode),
    "missing-again": [whereaboutsButton, returnedButton]
  }[owed]
  return [
    section(
      `:scales: *${escapeSlack(child)}* · ${decisionOwedBriefly[owed]}\nLast seen ${dateTime(episode.missingAt)}`
    ),
    actions(
      `decide-${place}`,
      buttons.map((button) => button(link))
    )
  ]
}

const decisionBlocks = ({ states, now }: HomeFacts): ReadonlyArray<KnownBlock> => {
  const decisions = everyDecisionOwed(states)
  if (decisions.length === 0) return []
  const more = decisions.length - DECISIONS_SHOWN
  return [
    header("To decide"),
    ...decisions
      .slice(0, DECISIONS_SHOWN)
      .flatMap((decision, place) => decisionLines(decision, place, datesSeenFrom(now))),
    ...(more > 0 ? [context(`And ${more} more: the morning summary and the cards name them.`)] : [])
  ]
}

/** What a co-ordinator sees to: who has no interviewer, who is missing, who was not offered an interview yet. */
export const queueTab = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const narrowed = narrowedTo(facts)
  const { filter } = facts.place
  const { words, none, count, blocks } = narrowed[filter]
  return [
    actions(
      "filters",
      order.map((one) =>
        homeButton(
          `filter-${one}`,
          `${narrowed[one].words}: ${narrowed[one].count}`,
          onTab("queue", one),
          one === filter ? "primary" : undefined
        )
      )
    ),
    ...awaitedBlocks(facts),
    ...decisionBlocks(facts),
    header(words),
    ...(count === 0 ? [section(none)] : blocks())
  ]
}
