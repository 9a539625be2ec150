import { type Instant, londonClock } from "@safe-return/domain/calendar"
import { elapsedClockOf, isWithinElapsedClock } from "@safe-return/domain/deadlines"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  type InterviewStatus,
  interviewStatus,
  notDoneWords,
  offerOf
} from "@safe-return/domain/pathway"
import { Option } from "effect"

/** The London calendar month of `now`, up to now. Cancelled episodes and duplicates do not count. */
interface MonthSoFar {
  readonly episodes: number
  readonly children: number
  /** Interviews owed for a return of this month. */
  readonly owed: number
  readonly offered: number
  readonly completed: number
  /** Within the hours of each episode's own policy. */
  readonly inTime: number
  /** Those hours; undefined where no interview was completed, or the policies differ. */
  readonly hours: number | undefined
  /** Why interviews owed for a return of this month were not done, the most frequent first. */
  readonly notDone: ReadonlyArray<readonly [reason: string, interviews: number]>
}

const isSameMonth = (instant: Instant, now: Instant): boolean => {
  const [a, b] = [londonClock(instant), londonClock(now)]
  return a.year === b.year && a.month === b.month
}

const completedWithin = (episode: Episode, completedAt: Instant): boolean =>
  // Held before the child was back, it is measured by no clock that starts at the return.
  Option.exists(
    elapsedClockOf(episode),
    (hours) => completedAt >= hours.from && isWithinElapsedClock(hours, completedAt)
  )

const whyNotDone = (standing: InterviewStatus): string | undefined => {
  if (standing._tag !== "NotDone" && standing._tag !== "Declined") return undefined
  const words = notDoneWords.words[standing._tag === "Declined" ? "declined-by-child" : standing.notDone.reason]
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

export const monthSoFar = (states: ReadonlyMap<ChildReference, ChildState>, now: Instant): MonthSoFar => {
  let [episodes, children, owed, offered, completed, inTime] = [0, 0, 0, 0, 0, 0]
  const hours = new Set<number>()
  const reasons = new Map<string, number>()
  for (const state of states.values()) {
    const counted = state.episodes.filter(({ progress }) => progress._tag !== "Cancelled")
    const begun = counted.filter(({ missingAt }) => isSameMonth(missingAt, now)).length
    episodes += begun
    if (begun > 0) children += 1
    for (const episode of counted) {
      const { progress } = episode
      if (progress._tag !== "Returned" || !isSameMonth(progress.returnedAt, now)) continue
      const standing = interviewStatus(state, episode)
      if (standing._tag === "NotOwed") continue
      owed += 1
      const reason = whyNotDone(standing)
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      const interview = "interview" in standing ? standing.interview : undefined
      if (offerOf(interview, episode)._tag === "Offered") offered += 1
      if (interview?.completed === undefined) continue
      completed += 1
      hours.add(episode.policy.interview.hours.value)
      if (completedWithin(episode, interview.completed.completedAt)) inTime += 1
    }
  }
  return {
    episodes,
    children,
    owed,
    offered,
    completed,
    inTime,
    hours: hours.size === 1 ? [...hours][0] : undefined,
    notDone: [...reasons].toSorted(([, one], [, other]) => other - one)
  }
}
