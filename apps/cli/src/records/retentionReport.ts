/** Which children's records have reached the end of their time, by cohort. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { type ChildReference, fold } from "@safe-return/domain/pathway"
import {
  absencesToLetGo,
  isReached,
  type Retention,
  type RetentionPolicy,
  retentionCohortWords,
  retentionFacts,
  retentionOf,
  usualStaffAbsence
} from "@safe-return/domain/retention"
import { Availabilities, Holds, isStanding, Journal, type JournalEntry, Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"

export interface RetentionLine {
  readonly child: ChildReference
  readonly retention: Retention
  readonly isHeld: boolean
}

const lineOf = Effect.fn("lineOf")(function* (
  child: ChildReference,
  entries: ReadonlyArray<JournalEntry>,
  rules: RetentionPolicy
) {
  const profiles = yield* Profiles
  const holds = yield* Holds
  const profile = Option.getOrElse(yield* profiles.find(child), () => ({}))
  const recorded = entries.map(({ recorded }) => recorded)
  const last = entries[entries.length - 1]?.recorded.recordedAt
  if (last === undefined) return Option.none<RetentionLine>()
  const retention = retentionOf(retentionFacts(fold(recorded), last, profile), rules)
  return Option.some<RetentionLine>({ child, retention, isHeld: (yield* holds.of(child)).some(isStanding) })
})

/** Every child with records, in the order of the references. */
export const retentionLines = Effect.fn("retentionLines")(function* (rules: RetentionPolicy) {
  const journal = yield* Journal
  const byChild = Map.groupBy(yield* journal.readAll, ({ child }) => child)
  const lines = yield* Effect.forEach([...byChild], ([child, entries]) => lineOf(child, entries, rules))
  return lines.flatMap(Option.toArray).sort((one, other) => (one.child < other.child ? -1 : 1))
})

/** How many people who work here have a time away on record, and how many of these times are past their date. */
export const staffAbsences = Effect.fn("staffAbsences")(function* (
  { staffAbsence = usualStaffAbsence }: RetentionPolicy,
  day: CivilDay
) {
  const availabilities = yield* Availabilities
  const known = [...(yield* availabilities.all).values()].filter(({ away }) => away.length > 0)
  const past = known.flatMap((one) => absencesToLetGo(one, day, staffAbsence))
  return { rule: staffAbsence.days, people: known.length, past: past.length }
})
export type StaffAbsences = Effect.Success<ReturnType<typeof staffAbsences>>

/** The cohorts as people call them, and those nobody can be put into yet. */
export const cohortNames = { ...retentionCohortWords, unknown: "Children whose cohort is not known" } as const
export type CohortName = keyof typeof cohortNames

const cohortOf = ({ retention }: RetentionLine): CohortName => retention.cohort ?? "unknown"

export const byCohort = (lines: ReadonlyArray<RetentionLine>, day: CivilDay) =>
  (Object.keys(cohortNames) as ReadonlyArray<CohortName>).map((cohort) => {
    const ofCohort = lines.filter((line) => cohortOf(line) === cohort)
    return {
      cohort,
      children: ofCohort.length,
      reached: ofCohort.filter(({ retention }) => isReached(retention, day)),
      withoutDate: ofCohort.filter(({ retention }) => retention._tag !== "KeptUntil")
    }
  })

/** The last day on which they are kept, where there is one. */
export const untilOf = ({ retention }: RetentionLine) =>
  retention._tag === "KeptUntil" ? retention.keptUntil : undefined
