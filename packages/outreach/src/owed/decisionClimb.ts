/** The decisions that wait, since when, and when those above hear of each. */

import { undecidedAmong } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { isWorkingTime, nextOfficeChange } from "@safe-return/domain/deadlines"
import { decisionRungsOf } from "@safe-return/domain/escalation"
import { type Episode, episodeById, type PathwayEvent } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { Option } from "effect"
import { ASKED, asksFor, digestOf, kindOf, TRIGGER } from "./decisionKeys.ts"
import { standsAgain } from "./decisionsOff.ts"
import { firingsIn } from "./firingsIn.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

export interface Waiting {
  readonly firing: Firing
  readonly episode: Episode
  readonly since: Instant
  /** Begins its keys, after their kind. */
  readonly digest: string
  /** The version that made it stand again once a person had taken it away: it rings as a new one. */
  readonly again?: number
}

const bringsOut = (event: PathwayEvent): string | undefined =>
  event._tag === "InterviewCompleted" || event._tag === "FurtherSessionHeld" || event._tag === "InterviewRecorded"
    ? event.interviewId
    : undefined

/** What an interview brought out may be recorded long after it was held: nobody could decide before. */
const sinceOf = ({ state, entries }: CaseSnapshot, { episodeIds, mayGoToChat, metAt }: Firing): Instant => {
  if (mayGoToChat) return metAt
  const interviews = state.interviews.filter((interview) => interview.episodeIds.some((id) => episodeIds.includes(id)))
  const recorded = entries.flatMap(({ recorded: { recordedAt, event } }) =>
    interviews.some(({ id }) => id === bringsOut(event)) ? [recordedAt] : []
  )
  return Instant(Math.max(metAt, ...recorded))
}

/** Whether anybody was asked for this decision by then. */
const wasAskedBy = ({ delivered }: CaseSnapshot, firing: Firing, by: Instant): boolean =>
  [...delivered.values()].some((delivery) => {
    const sent = delivery._tag === "Superseded" ? delivered.get(delivery.by) : delivery
    return asksFor(firing)(delivery.key) && sent?._tag === "Sent" && sent.sentAt <= by
  })

export const isAskedIn = ({ delivered }: CaseSnapshot): boolean =>
  [...delivered.keys()].some((key) => kindOf(key) === ASKED || kindOf(key) === TRIGGER)

export const waitingIn = (snapshot: CaseSnapshot, from = snapshot.announceFrom): ReadonlyArray<Waiting> => {
  const isAsked = isAskedIn(snapshot)
  return undecidedAmong(snapshot.state, firingsIn(snapshot)).flatMap(
    ({ firing, episodeId }): ReadonlyArray<Waiting> => {
      const episode = Option.getOrUndefined(episodeById(snapshot.state, episodeId))
      const back = isAsked ? standsAgain(snapshot, firing) : undefined
      const again = back && wasAskedBy(snapshot, firing, back.recorded.recordedAt) ? back : undefined
      const since = again?.recorded.recordedAt ?? sinceOf(snapshot, firing)
      if (episode === undefined || since < from) return []
      const digest = digestOf(firing.key)
      if (again === undefined) return [{ firing, episode, since, digest }]
      return [{ firing, episode, since, digest: `${digest}:${again.version}`, again: again.version }]
    }
  )
}

/** What may be posted and is only to be considered has been told in the channel, and climbs no further. */
export const climbs = ({ firing: { level, mayGoToChat } }: Waiting): boolean => level === "must" || !mayGoToChat

/** The duty team hears at night of what is never posted, harm above all; what may be posted waits for the office. */
export const rungsOf = ({ calendars }: CaseSnapshot, waiting: Waiting) => {
  const rungs = climbs(waiting) ? decisionRungsOf(waiting.episode.policy, waiting.since, calendars) : []
  return rungs.filter(({ rung }) => rung.onlyOutOfHours !== true || !waiting.firing.mayGoToChat)
}

export const isOfficeOpen = ({ calendars, now }: CaseSnapshot, { episode: { policy } }: Waiting): boolean =>
  policy.workingHours !== undefined &&
  isWorkingTime(now, policy.workingHours.value, calendars[policy.interview.calendar.value])

/** When the office opens or closes next: what is the duty team's while it is closed is for others while it is open. */
const nextChangeOfOffice = (
  { now, calendars }: CaseSnapshot,
  { episode: { policy } }: Waiting
): ReadonlyArray<Instant> =>
  policy.workingHours === undefined
    ? []
    : [nextOfficeChange(now, policy.workingHours.value, calendars[policy.interview.calendar.value])]

/** When the next of those above hears of a decision that waits; none while nothing more is to come. */
export const nextDecisionRungAt = (snapshot: CaseSnapshot): Instant | undefined => {
  const times = waitingIn(snapshot).flatMap((waiting) => {
    const rungs = rungsOf(snapshot, waiting)
    const isNight = rungs.some(({ at, rung }) => rung.onlyOutOfHours === true && at <= snapshot.now)
    return [...rungs.map(({ at }) => at), ...(isNight ? nextChangeOfOffice(snapshot, waiting) : [])]
  })
  const toCome = times.filter((at) => at > snapshot.now)
  return toCome.length === 0 ? undefined : Instant(Math.min(...toCome))
}
