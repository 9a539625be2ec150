/** What there was to tell at the moment of a morning: it never changes. */

import {
  type AwaitedReport,
  awaitedReports,
  type ClosingWork,
  everyClosingWork,
  everyDecisionOwed,
  hasDecisionLeft,
  type OwedDecision
} from "@safe-return/casework"
import { type Calendars, type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { interviewQueue, type QueueLine } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  allocatedWorkers,
  type ChildReference,
  type ChildState,
  interviewerOf,
  type PersonId
} from "@safe-return/domain/pathway"
import type { ChildFacts } from "@safe-return/domain/risk"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import { type Digest, isDueOn } from "../summary/digest.ts"

export type States = ReadonlyMap<ChildReference, ChildState>

/** An interview of that morning, and whose it was. */
export interface NamedInterview extends Omit<OverdueLine, "state"> {
  readonly interviewer: PersonId | undefined
  readonly workers: ReadonlyArray<PersonId>
}

interface NamedToday extends NamedInterview {
  readonly plannedFor?: Instant
  /** By either clock: otherwise it was only planned. */
  readonly isDue: boolean
}

/** What there was to tell at the moment of a morning: it never changes. */
export interface MorningFindings {
  readonly at: Instant
  readonly digest: Digest | undefined
  readonly overdue: ReadonlyArray<NamedInterview>
  readonly today: ReadonlyArray<NamedToday>
  /** Of those that are overdue, the ones planned for that day, for the child's allocated worker. */
  readonly overdueToday: ReadonlyArray<NamedToday>
  /** Neither of these, and nobody had them. */
  readonly unassigned: ReadonlyArray<NamedInterview>
  readonly records: ReadonlyArray<OwedDecision>
  readonly awaited: ReadonlyArray<AwaitedReport>
  /** What was left between a settled interview and the closing. */
  readonly closing: ReadonlyArray<ClosingWork>
}

interface MorningMoment {
  readonly at: Instant
  readonly calendars: Calendars
  /** Every child's state as it was known at that moment. */
  readonly known: States
  readonly digest: Digest | undefined
  /** By the profile, beside those an episode names. */
  readonly allocatedWorkerOf: (child: ChildReference) => PersonId | undefined
  /** What a profile holds that triggers go by; nothing where it is absent. */
  readonly factsOf?: (child: ChildReference) => ChildFacts
}

export const plannedOf = ({ standing }: Pick<QueueLine, "standing">): Instant | undefined =>
  standing._tag === "Assigned" ? standing.interview.plannedFor : undefined

const isPlannedOn = (day: CivilDay, line: QueueLine): boolean => {
  const planned = plannedOf(line)
  return planned !== undefined && londonDayOf(planned) === day
}

export const toldOfMorning = ({
  at,
  calendars,
  known,
  digest,
  allocatedWorkerOf,
  factsOf = () => ({})
}: MorningMoment): MorningFindings => {
  const day = londonDayOf(at)
  const lines = interviewQueue(known, at, calendars)
  const named = (line: QueueLine): NamedInterview => {
    const { child, episode, clocks, standing } = line
    const allocated = allocatedWorkerOf(child)
    return {
      child,
      due: { episodeId: episode.id, dueAt: clocks.elapsedClock.dueAt },
      interviewer: interviewerOf(standing),
      workers: [...new Set([...(allocated === undefined ? [] : [allocated]), ...allocatedWorkers(episode)])]
    }
  }
  const namedToday = (line: QueueLine): NamedToday => ({
    ...named(line),
    isDue: isDueOn(day, line, calendars),
    ...definedFields({ plannedFor: plannedOf(line) })
  })
  const isToday = (line: QueueLine): boolean =>
    line.level !== "overdue" && (isDueOn(day, line, calendars) || isPlannedOn(day, line))
  const first = (line: QueueLine): number => Math.min(plannedOf(line) ?? Infinity, line.clocks.elapsedClock.dueAt)
  return {
    at,
    digest,
    overdue: lines.filter(({ level }) => level === "overdue").map(named),
    unassigned: lines
      .filter((line) => line.standing._tag === "Unassigned" && line.level !== "overdue" && !isToday(line))
      .map(named),
    today: lines
      .filter(isToday)
      .toSorted((one, other) => first(one) - first(other))
      .map(namedToday),
    overdueToday: lines.filter((line) => line.level === "overdue" && isPlannedOn(day, line)).map(namedToday),
    records: everyDecisionOwed(known),
    awaited: awaitedReports(known),
    closing: everyClosingWork(known, (child, state, { id }) =>
      hasDecisionLeft(state, id, { now: at, calendars, facts: factsOf(child) })
    )
  }
}
