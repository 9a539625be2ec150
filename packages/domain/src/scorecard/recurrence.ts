import { addHours, Instant } from "../calendar/instant.ts"
import type { Definition } from "./definition.ts"
import { type EpisodeStarts, type StartsOfTable, startsAfter } from "./EpisodeStarts.ts"
import type { Measure } from "./measure.ts"
import type { MonthEpisode } from "./monthEpisode.ts"
import { NumberList } from "./NumberList.ts"

/** Whether episodes that ended were followed by another of the same child. */
export interface Followed {
  readonly followed: number
  readonly notFollowed: number
  /** The time in which it could be is not over. */
  readonly notYetKnown: number
}

export interface Recurrence {
  readonly within30Days: Followed
  readonly within90Days: Followed
}

/** The beginnings of these children's episodes, each child's in order. */
const beginningsOf = (starts: ReadonlyArray<EpisodeStarts>, wanted: ReadonlySet<number>) => {
  const beginnings = new Map<number, Array<Instant>>([...wanted].map((child) => [child, []]))
  for (const some of starts) {
    some.forEach((child, time) => {
      beginnings.get(child)?.push(time)
    })
  }
  for (const known of beginnings.values()) known.sort((a, b) => a - b)
  return beginnings
}

/** The first of ordered times that is later than this moment. */
const firstAfter = (times: ReadonlyArray<Instant>, moment: Instant): Instant | undefined => {
  let from = 0
  let to = times.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((times[middle] ?? moment) > moment) to = middle
    else from = middle + 1
  }
  return times[from]
}

/**
 * Of the month's episodes that have ended, how many were followed within so many times 24 hours: the same child has an
 * episode that began later than that end. It may have begun before the return.
 */
export const recurrence = (starts: StartsOfTable, asOf: Instant): Measure<MonthEpisode, Recurrence> => {
  const children = new NumberList()
  const ends = new NumberList()
  let earliestEnd = Number.POSITIVE_INFINITY
  return {
    add: ({ child, endedAt }) => {
      if (endedAt === undefined) return
      children.push(child)
      ends.push(endedAt)
      if (endedAt < earliestEnd) earliestEnd = endedAt
    },
    finish: () => {
      const wanted = new Set<number>()
      for (let place = 0; place < ends.length; place += 1) wanted.add(children.at(place))
      const beginnings = beginningsOf(startsAfter(starts, earliestEnd), wanted)
      const within = (days: number): Followed => {
        const counts = { followed: 0, notFollowed: 0, notYetKnown: 0 }
        for (let place = 0; place < ends.length; place += 1) {
          const endedAt = Instant(ends.at(place))
          const until = addHours(endedAt, 24 * days)
          const next = firstAfter(beginnings.get(children.at(place)) ?? [], endedAt)
          if (next !== undefined && next <= until && next <= asOf) counts.followed += 1
          else if (asOf < until) counts.notYetKnown += 1
          else counts.notFollowed += 1
        }
        return counts
      }
      return { within30Days: within(30), within90Days: within(90) }
    }
  }
}

export const recurrenceDefinition: Definition = {
  field: "recurrence",
  counts:
    "Episodes of the month that have ended, by whether the same child has an episode that began later than that end and at most 30, or 90, times 24 hours after it. It may have begun before the return. Until that time is over, it is not yet known.",
  source: "Medway 2024-25: members asked for a recurrence rate. The days are ours"
}
