/** What is left of a morning's findings by now, and whose it is. */

import {
  type ClosingTask,
  type ClosingWork,
  closingWorkOf,
  everyDecisionOwed,
  type OwedDecision
} from "@safe-return/casework"
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { allocatedWorkers, interviewerOf, isInterviewOwed, type PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import { type NamedInterview, plannedOf, type States } from "./morningFindings.ts"
import { standingOf } from "./overdueLines.ts"

export const withState =
  (states: States) =>
  ({ child, due }: NamedInterview): ReadonlyArray<OverdueLine> => {
    const state = states.get(child)
    return state === undefined ? [] : [{ child, due, state }]
  }

/** The time that stood that morning, where no time stands by now and the interview is owed still. */
export const droppedPlanOf = (line: OverdueLine, plannedFor: Instant | undefined): Instant | undefined =>
  Option.exists(standingOf(line), ({ standing }) => isInterviewOwed(standing) && plannedOf({ standing }) === undefined)
    ? plannedFor
    : undefined

/** Only planned, and for another time by now: it is none of that day's. */
export const isPlannedToday = (day: CivilDay, line: OverdueLine): boolean =>
  Option.exists(standingOf(line), ({ standing }) => {
    if (!isInterviewOwed(standing)) return true
    const planned = plannedOf({ standing })
    return planned !== undefined && londonDayOf(planned) === day
  })

/** Whether an interview that is owed is with another by now, or with nobody. */
export const isGivenAway = (line: OverdueLine, hands: ReadonlySet<PersonId>): boolean =>
  Option.exists(standingOf(line), ({ standing }) => {
    const holder = interviewerOf(standing)
    return isInterviewOwed(standing) && (holder === undefined || !hands.has(holder))
  })

/** Whether the child is still a worker's, who had them that morning: once another is allocated, they read no more of it. */
export const isWorkersStill =
  (states: States) =>
  ({ child, due, workers }: NamedInterview) =>
  (worker: PersonId): boolean => {
    const episode = states.get(child)?.episodes.find(({ id }) => id === due.episodeId)
    const now = episode === undefined ? [] : allocatedWorkers(episode)
    return now.includes(worker) || now.every((one) => workers.includes(one))
  }

export const isRecordLeft =
  (states: States) =>
  ({ child, episode, owed }: OwedDecision): boolean => {
    const state = states.get(child)
    return (
      state !== undefined &&
      everyDecisionOwed(new Map([[child, state]])).some((one) => one.episode.id === episode.id && one.owed === owed)
    )
  }

/** What is left of it now: what has come up since is for the next morning and the Home. */
export const closingLeft =
  (states: States) =>
  (work: ClosingWork): ReadonlyArray<ClosingWork> => {
    const state = states.get(work.child)
    const now =
      state && closingWorkOf(work.child, state, () => false).find(({ episode }) => episode.id === work.episode.id)
    if (now === undefined) return []
    const still = (tasks: ReadonlyArray<ClosingTask>, left: ReadonlyArray<ClosingTask>) =>
      tasks.filter((task) => left.includes(task))
    return [{ ...now, writeUp: still(work.writeUp, now.writeUp), toClose: still(work.toClose, now.toClose) }]
  }
