/** The interview's two deadlines with the domain's own count: from when, which days count, which do not and why. */

import { type Calendar, calendars } from "@safe-return/domain/calendar"
import { type CountedDay, type EpisodeClocks, runningClocksOf } from "@safe-return/domain/deadlines"
import type { ChildState, Episode } from "@safe-return/domain/pathway"
import { caveatsOf, elapsedClockInWords, londonDateTime, londonDay, workingDaysInWords } from "@safe-return/wording"
import { Option } from "effect"
import type { CountedDayInWords, ExplainedDeadlines } from "../api.ts"
import type { Moment } from "./moment.ts"

const anchors: Readonly<Record<EpisodeClocks["anchoredBy"], string>> = {
  returned: "the return",
  found: "when the child was found",
  notified: "when the council was told"
}

const nations: Readonly<Record<Calendar["nation"], string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland"
}

const dayInWords = (counted: CountedDay): CountedDayInWords => {
  const day = londonDay(counted.day)
  if ("skipped" in counted) return { day, words: `not counted: ${counted.skipped}`, isCounted: false }
  const because = counted.because === undefined ? "" : ` (${counted.because})`
  return { day, words: `working day ${counted.counted}${because}`, isCounted: true }
}

const bothInWords = (clocks: EpisodeClocks, { policy }: Episode): ReadonlyArray<string> => [
  elapsedClockInWords(clocks, policy),
  workingDaysInWords(clocks, policy)
]

const clocksIn = (state: ChildState, episode: Episode): ReadonlyArray<string> => {
  const then = state.episodes.find(({ id }) => id === episode.id)
  const clocks = then === undefined ? undefined : Option.getOrUndefined(runningClocksOf(state, then, calendars))
  return then === undefined || clocks === undefined ? [] : bothInWords(clocks, then)
}

export const deadlinesOf = ({ before, after, fresh, episode }: Moment): ExplainedDeadlines | undefined => {
  const clocks = episode === undefined ? undefined : Option.getOrUndefined(runningClocksOf(after, episode, calendars))
  if (episode === undefined || clocks === undefined) return undefined
  const { interview } = episode.policy
  const was = fresh.length === 0 ? bothInWords(clocks, episode) : clocksIn(before, episode)
  const isChanged = was.join() !== bothInWords(clocks, episode).join()
  return {
    isChanged,
    before: isChanged ? was : [],
    startedBy: `Counted from ${anchors[clocks.anchoredBy]}, ${londonDateTime(clocks.from)}.`,
    hours72: elapsedClockInWords(clocks, episode.policy),
    workingDays: workingDaysInWords(clocks, episode.policy),
    days: clocks.workingDayClock.days.map(dayInWords),
    caveats: caveatsOf(clocks),
    sources: [
      interview.hours.source,
      interview.workingDays.source,
      `Bank holidays of ${nations[clocks.calendar.nation]}, version ${clocks.calendar.version}`
    ]
  }
}

/** Why there are no deadlines; nothing where that needs no words. */
export const noDeadlinesOf = ({ episode }: Moment): string | undefined =>
  episode?.progress._tag === "Missing"
    ? "No deadline yet. The clocks start when the child is back at home or placement."
    : episode?.progress._tag === "Cancelled"
      ? "The report is cancelled: no interview is owed."
      : undefined
