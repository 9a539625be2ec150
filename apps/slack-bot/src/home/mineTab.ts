import { londonDayOf } from "@safe-return/domain/calendar"
import {
  answersAs,
  answersOf,
  type ChildReference,
  type ChildState,
  type Episode,
  type InterviewStatus,
  interviewerOf,
  isOpen,
  unanswered
} from "@safe-return/domain/pathway"
import {
  datesSeenFrom,
  episodeStatus,
  lineDueInWords,
  londonTimeOfDay,
  missingAgainInWords
} from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { context, escapeSlack, header, section, sectionWith } from "../blocks/blocks.ts"
import { considerationsButton } from "../forms/considerations/considerationsView.ts"
import { personInWords } from "../words/person.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { interviewLines, nextButton } from "./interviewLines.ts"
import { pageOf } from "./pages.ts"

/** Shown at most: an open question from long ago is better closed than scrolled past. */
const QUESTIONS_SHOWN = 15

interface ToConsider {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  /** How many questions are left to the reader. */
  readonly left: number
}

const toConsider = ({ states, theirChildren, answersApart }: HomeFacts): ReadonlyArray<ToConsider> =>
  [...states]
    .filter(([child]) => theirChildren.has(child))
    .flatMap(([child, state]) =>
      state.episodes.filter(isOpen).map((episode) => {
        const answers = answersOf(episode, answersAs(state, episode, answersApart.has(episode.id)))
        return { child, state, episode, left: unanswered(answers).length }
      })
    )
    .filter(({ left }) => left > 0)
    .toSorted((a, b) => b.episode.missingAt - a.episode.missingAt)

const considerationBlocks = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const open = toConsider(facts)
  if (open.length === 0) return []
  const more = open.length - QUESTIONS_SHOWN
  return [
    header("What the allocated worker has to consider"),
    ...open
      .slice(0, QUESTIONS_SHOWN)
      .map(({ child, state, episode, left }) =>
        sectionWith(
          `*${escapeSlack(child)}* · ${episodeStatus(state, episode)}\nLast seen ${datesSeenFrom(facts.now).dateTime(episode.missingAt)} · ${left} to answer`,
          considerationsButton({ child, episodeId: episode.id })
        )
      ),
    ...(more > 0 ? [context(`And ${more} more, missing from earlier than these.`)] : [])
  ]
}

/** Of the reader, or of a person they cover for. */
const isTheirs = ({ person, coversFor }: HomeFacts, standing: InterviewStatus): boolean => {
  const interviewer = interviewerOf(standing)
  return interviewer !== undefined && (interviewer === person || coversFor.has(interviewer))
}

/** What the reader has planned for the day that London shows, the earliest first. */
const todayBlocks = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const { lines, now } = facts
  const today = londonDayOf(now)
  const seen = new Set<string>()
  const planned = lines.flatMap((line) => {
    const { standing } = line
    // One interview may be about several episodes: the most urgent comes first.
    if (standing._tag !== "Assigned") return []
    const own = `${line.child} ${standing.interview.id}`
    if (seen.has(own)) return []
    seen.add(own)
    const { plannedFor: at } = standing.interview
    const isMine = isTheirs(facts, standing)
    return isMine && at !== undefined && londonDayOf(at) === today ? [{ line, at }] : []
  })
  if (planned.length === 0) return []
  return [
    header("Today"),
    ...planned
      .toSorted((a, b) => a.at - b.at)
      .map(({ line, at }) => {
        const dates = datesSeenFrom(now)
        const again = missingAgainInWords(line.state, line.episode, dates)
        const named = `*${londonTimeOfDay(at)}* · ${escapeSlack(line.child)}`
        return again === undefined
          ? sectionWith(`${named}\n${lineDueInWords(line, dates)}`, nextButton(line))
          : section(`${named}\nThe child is ${again}: the interview waits until they are back.`)
      })
  ]
}

/** What a worker has to do: the interviews they carry out and those of their children, by due time; what to consider. */
export const mineTab = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const mine = facts.lines.filter(({ child, standing }) => facts.theirChildren.has(child) || isTheirs(facts, standing))
  const { items, turn } = pageOf(mine, facts.place)
  return [
    ...todayBlocks(facts),
    header("My return home interviews, and those of my children"),
    ...(facts.coversFor.size === 0
      ? []
      : [context(`You cover for ${[...facts.coversFor].map(personInWords).join(", ")}: what is theirs is here too.`)]),
    ...(mine.length === 0
      ? [section("No return home interview is waiting for you or for a child allocated to you.")]
      : interviewLines(items, facts)),
    ...turn,
    ...considerationBlocks(facts)
  ]
}
