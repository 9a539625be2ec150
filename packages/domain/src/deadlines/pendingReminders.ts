import * as Option from "effect/Option"
import { type Calendar, nthWorkingDayAfter } from "../calendar/calendar.ts"
import { addHours, Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { unanswered } from "../pathway/considerations.ts"
import { answersOf, leftApart } from "../pathway/considered.ts"
import { answerOf, offeredAtOf, offerOf } from "../pathway/offer.ts"
import { foundOrReturnedAt, interviewOf, interviewStatus, isInterviewOwed, isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode, Interview } from "../pathway/state.ts"
import { laterDisappearance, missingAgainUnder, stayOf, waitsForReturnUnder } from "../pathway/stays.ts"
import { minutesOfDay } from "../policy/workingHours.ts"
import { runningElapsedClockOf } from "./clocks.ts"
import type { PendingReminder } from "./reminder.ts"
import { afterWorkingHours, lastWorkingHoursBefore } from "./workingTime.ts"

const waitOf = (
  tag: Exclude<PendingReminder["stage"]["_tag"], "Before" | "OverdueMorning" | "PlanPassed">,
  at: Instant
): ReadonlyArray<PendingReminder> => [{ stage: { _tag: tag }, at, dueAt: at }]

/** Nothing can have been done about it before the council was told. */
const knownFrom = (time: Instant, { notifiedAt }: Episode): Instant => Instant(Math.max(time, notifiedAt))

const noReturnTime = (state: ChildState, episode: Episode): ReadonlyArray<PendingReminder> => {
  const hours = episode.policy.reminders.noReturnTimeHours
  if (hours === undefined || episode.progress._tag !== "Found" || stayOf(state, episode) !== undefined) return []
  // Whether they had been back before is asked of a person.
  if (isMissingAgain(state, episode)) return []
  return waitOf("NoReturnTime", addHours(knownFrom(episode.progress.foundAt, episode), hours.value))
}

/** Nobody can be heard who is being looked for again: their interview waits with that of the later disappearance. */
const isMissingAgain = (state: ChildState, episode: Episode): boolean =>
  stayOf(state, episode)?.whereabouts === "missing-again" || missingAgainUnder(state, episode) !== undefined

/** Since when the child can be heard: back, or where they are recorded to be while they are not. */
const thereSince = (state: ChildState, episode: Episode): Instant | undefined =>
  episode.progress._tag === "Returned"
    ? episode.progress.returnedAt
    : isMissingAgain(state, episode)
      ? undefined
      : stayOf(state, episode)?.since

const noInterviewer = (state: ChildState, episode: Episode, calendar: Calendar): ReadonlyArray<PendingReminder> => {
  const { reminders, workingHours } = episode.policy
  const hours = reminders.noInterviewerWorkingHours
  const from = foundOrReturnedAt(episode)
  if (hours === undefined || workingHours === undefined || from === undefined) return []
  const standing = interviewStatus(state, episode)
  if (standing._tag !== "Unassigned" || isMissingAgain(state, episode)) return []
  // Someone had it until then: that nobody has it now is news.
  const since = Instant(Math.max(from, standing.interview?.passedOn?.at(-1)?.until ?? from))
  const known = knownFrom(since, episode)
  const at = afterWorkingHours(known, hours.value, workingHours.value, calendar)
  const last = reminders.noInterviewerLastWorkingHours
  const clock = Option.getOrUndefined(runningElapsedClockOf(state, episode))
  if (last === undefined || clock === undefined) return waitOf("NoInterviewer", at)
  const begins = lastWorkingHoursBefore(clock.dueAt, last.value, workingHours.value, calendar)
  const latest = Instant(Math.max(known, begins))
  return waitOf("NoInterviewer", at).map((wait) => ({ ...wait, latest }))
}

/** Since when a child can be heard who had been missing again in between; undefined where they had not. */
const thereAgainSince = (state: ChildState, episode: Episode): Instant | undefined => {
  const later = laterDisappearance(state, episode)
  return later?.progress._tag === "Returned" ? later.progress.returnedAt : later && stayOf(state, later)?.since
}

const notOffered = (state: ChildState, episode: Episode, calendar: Calendar): ReadonlyArray<PendingReminder> => {
  const { reminders, workingHours } = episode.policy
  const hours = reminders.notOfferedWorkingHours
  const since = thereSince(state, episode)
  if (hours === undefined || workingHours === undefined || since === undefined) return []
  // Nobody could offer it meanwhile: it waits until they are back, and counts from then.
  if (isMissingAgain(state, episode) || waitsForReturnUnder(state, episode) !== undefined) return []
  const interview = interviewOf(state, episode.id)
  if (!isInterviewOwed(interviewStatus(state, episode)) || offerOf(interview, episode)._tag === "Offered") return []
  // Accepted some time: it was offered, though nobody can say when.
  if (answerOf(interview, episode) === "accepted") return []
  const from = knownFrom(Instant(Math.max(since, thereAgainSince(state, episode) ?? since)), episode)
  return waitOf("NotOffered", afterWorkingHours(from, hours.value, workingHours.value, calendar))
}

/** An offer or an attempt from then on says what became of the time that was planned. */
const planPassed = (state: ChildState, episode: Episode): ReadonlyArray<PendingReminder> => {
  const hours = episode.policy.reminders.planPassedHours
  const standing = interviewStatus(state, episode)
  if (hours === undefined || standing._tag !== "Assigned") return []
  const { interview } = standing
  const { plannedFor, attempts = [] } = interview
  if (plannedFor === undefined || isMissingAgain(state, episode)) return []
  if (waitsForReturnUnder(state, episode) !== undefined || (offeredAtOf(interview, episode) ?? 0) >= plannedFor)
    return []
  if (attempts.some(({ attemptedAt }) => attemptedAt >= plannedFor)) return []
  const at = addHours(plannedFor, hours.value)
  return [{ stage: { _tag: "PlanPassed", plannedFor }, at, dueAt: at }]
}

/** When the last is known to have happened or to have been recorded that settled the interview: nobody was asked before. */
const settledAt = (interview: Interview | undefined, episode: Episode, since: Instant): Instant =>
  Instant(
    Math.max(
      since,
      offeredAtOf(interview, episode) ?? 0,
      interview?.completed?.completedAt ?? 0,
      interview?.loggedAt ?? 0,
      interview?.noneSince ?? 0,
      episode.interviewNotDone?.recordedAt ?? 0,
      interview?.carerOffer?.offeredAt ?? 0,
      ...(interview?.attempts ?? []).map(({ attemptedAt }) => attemptedAt)
    )
  )

const considerationsUnanswered = (
  state: ChildState,
  episode: Episode,
  calendar: Calendar
): ReadonlyArray<PendingReminder> => {
  const { policy, allocation } = episode
  const days = policy.reminders.considerationsWorkingDays
  const since = thereSince(state, episode)
  if (days === undefined || since === undefined) return []
  if (isInterviewOwed(interviewStatus(state, episode))) return []
  if (unanswered(answersOf(episode, "worker")).length === 0 && leftApart(state, episode).length === 0) return []
  // Nobody is there to answer them.
  if (allocation !== undefined && allocation._tag !== "Allocated") return []
  const from = knownFrom(settledAt(interviewOf(state, episode.id), episode, since), episode)
  const day = nthWorkingDayAfter(calendar, londonDayOf(from), days.value)
  const opens = policy.workingHours === undefined ? 0 : minutesOfDay(policy.workingHours.value.opens)
  return waitOf("ConsiderationsUnanswered", londonTimeOn(day, opens))
}

/** What has been waited for too long about an open episode, whenever that is or will be. */
export const pendingRemindersOf = (
  state: ChildState,
  episode: Episode,
  calendar: Calendar
): ReadonlyArray<PendingReminder> =>
  isOpen(episode)
    ? [
        ...noReturnTime(state, episode),
        ...noInterviewer(state, episode, calendar),
        ...notOffered(state, episode, calendar),
        ...planPassed(state, episode),
        ...considerationsUnanswered(state, episode, calendar)
      ]
    : []
