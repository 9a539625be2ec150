import type { Calendars } from "@safe-return/domain/calendar"
import { clocksOf } from "@safe-return/domain/deadlines"
import type { Episode, InterviewStatus } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull, hoursAndMinutes } from "@safe-return/wording"
import { Option } from "effect"
import type { Style } from "./Notice.ts"

/** When the interview was carried out and whether each clock was kept: the deadlines themselves are still within. */
export const completionInWords = (
  episode: Episode,
  standing: InterviewStatus,
  calendars: Calendars,
  style: Style,
  dates: DateWords = datesInFull
): Option.Option<string> => {
  if (standing._tag !== "Completed" || standing.interview.completed === undefined) return Option.none()
  const { completedAt, interviewer } = standing.interview.completed
  const done = `Completed ${dates.dateTime(completedAt)} by ${style.person(interviewer)}.`
  return Option.some(
    Option.match(clocksOf(episode, calendars), {
      onNone: () => done,
      onSome: (clocks) => {
        if (clocks.provisional || completedAt < clocks.from) {
          return `${done} Held before the child was back, so neither clock measures it.`
        }
        const { hours, workingDays } = episode.policy.interview
        const past72 = completedAt - clocks.elapsedClock.dueAt
        const within72 =
          past72 > 0
            ? `not within ${hours.value} hours (${hoursAndMinutes(past72)} over)`
            : `within ${hours.value} hours`
        const withinDays = completedAt < clocks.workingDayClock.dueAt ? "within" : "not within"
        return `${done} ${within72.charAt(0).toUpperCase()}${within72.slice(1)}; ${withinDays} ${workingDays.value} working days.`
      }
    })
  )
}
