/** Who an alert should have climbed to, by the council's rules as people say them; nobody in it is an allocated worker. */

import { isInOffice, staffOf, written, writtenNear } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import type { PostedMessage } from "../../test/endToEnd/postedMessages.ts"
import { isAskedAgain, isUnanswered } from "./actions.ts"
import type { MonthRun } from "./Diary.ts"
import { type Episode, type ExpectedMessages, isClose, latest, MINUTE, silencesFor } from "./owed.ts"

/** After so many minutes without an answer; of a child without a worker the co-ordinators and duty hear at once. */
const rungs = [
  { who: "missing-coordinator", after: 0 },
  { who: "out-of-hours-duty", after: 0 },
  { who: "team-manager", after: 30 },
  { who: "head-of-service", after: 60 }
] as const

/** The last way out of Slack, after which nobody is left to ask. */
const ALL_ASKED_MINUTES = 90
const ASKED_AGAIN_MINUTES = 60

/** When an alert of that time rings again, as long as nobody answers. */
const timesAskedAgain = (alert: Instant, until: number): ReadonlyArray<Instant> => {
  const begins = alert + (ALL_ASKED_MINUTES + ASKED_AGAIN_MINUTES) * MINUTE
  const count = Math.max(0, Math.ceil((until - begins) / (ASKED_AGAIN_MINUTES * MINUTE)))
  return Array.from({ length: count }, (_, nth) => Instant(begins + nth * ASKED_AGAIN_MINUTES * MINUTE))
}

/** Every moment at which an alert of that time may come to a person. */
export const climbingTimes = (alert: Instant, until: number): ReadonlyArray<Instant> => [
  ...rungs.map(({ after }) => Instant(alert + after * MINUTE)),
  ...timesAskedAgain(alert, until)
]

const unansweredUntil = ({ acknowledged, returned }: Episode, ends: number): number =>
  Math.min(acknowledged ?? ends, returned?.recordedAt ?? ends, ends)

export const climbOf = (
  episode: Episode,
  ofChild: ReadonlyArray<Episode>,
  { directOf, ends, silences }: MonthRun
): ReadonlyArray<ExpectedMessages> => {
  const { child, notified } = episode
  const until = unansweredUntil(episode, ends)
  // From then on it is the alert of another disappearance.
  const next = Math.min(...ofChild.flatMap((other) => (other.notified > notified ? [other.notified] : [])))
  return rungs.flatMap(({ after, who }) => {
    const at = Instant(notified + after * MINUTE)
    if (who === "out-of-hours-duty" && isInOffice(at)) return []
    // It ended so near, or in a time in which nothing could be said, that it may have been told of or not.
    const mayBeEither = (person: string) =>
      isClose(at, until) || (at < until && latest(at, silencesFor(silences, person)) >= until)
    const reckonedFor = staffOf[who].filter((person) => !mayBeEither(person))
    return reckonedFor.map((person) => ({
      kind: "unanswered alert",
      about: `${child} of ${written(notified)} to ${person}`,
      to: person,
      at: at < until ? [at] : [],
      isIt: (posted) =>
        posted.channel === directOf.get(person) &&
        posted.at >= notified &&
        posted.at < next &&
        isUnanswered(child, posted.text) &&
        !isAskedAgain(child, posted.text)
    }))
  })
}

/** To each of those the alert came to, each hour once it has come to all. */
export const askedAgainOf = (
  episode: Episode,
  ofChild: ReadonlyArray<Episode>,
  lived: MonthRun
): ReadonlyArray<ExpectedMessages> => {
  const { child, notified } = episode
  const until = unansweredUntil(episode, lived.ends)
  const next = Math.min(...ofChild.flatMap((other) => (other.notified > notified ? [other.notified] : [])))
  const times = timesAskedAgain(notified, until + 3 * MINUTE)
  return climbOf(episode, ofChild, lived).flatMap(({ about, at, to = "" }) => {
    const silences = silencesFor(lived.silences, to)
    const mayBeEither = times.some((time) => isClose(time, until) || latest(time, silences) >= until)
    if (mayBeEither) return []
    return [
      {
        kind: "alert that rings again",
        about,
        to,
        at: at.length === 0 ? [] : times,
        isIt: (posted: PostedMessage) =>
          posted.channel === lived.directOf.get(to) &&
          posted.at >= notified &&
          posted.at < next &&
          isAskedAgain(child, posted.text)
      }
    ]
  })
}

/** To each of those the alert came to, that the child is back; to nobody it did not come to. */
export const allClearsOf = (
  episode: Episode,
  ofChild: ReadonlyArray<Episode>,
  lived: MonthRun
): ReadonlyArray<ExpectedMessages> => {
  const { child, returned } = episode
  if (returned === undefined || isClose(returned.recordedAt, lived.ends)) return []
  return climbOf(episode, ofChild, lived).map(({ about, at, to = "" }) => ({
    kind: "all clear",
    about,
    to,
    at: at.length === 0 ? [] : [returned.recordedAt],
    isIt: ({ channel, text }) =>
      channel === lived.directOf.get(to) && text.includes(`${child} is back, ${writtenNear(returned.returnedAt)}`)
  }))
}
