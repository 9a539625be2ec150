/** Which children's records have reached the end of their time, by cohort. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { type ChildReference, fold } from "@safe-return/domain/pathway"
import {
  isReached,
  type Retention,
  type RetentionPolicy,
  retentionCohortWords,
  retentionFacts,
  retentionOf
} from "@safe-return/domain/retention"
import { Holds, isStanding, Journal, type JournalEntry, Profiles } from "@safe-return/journal"
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

/** Every child of whom something is recorded, in the order of the references. */
export const retentionLines = Effect.fn("retentionLines")(function* (rules: RetentionPolicy) {
  const journal = yield* Journal
  const byChild = Map.groupBy(yield* journal.readAll, ({ child }) => child)
  const lines = yield* Effect.forEach([...byChild], ([child, entries]) => lineOf(child, entries, rules))
  return lines.flatMap(Option.toArray).sort((one, other) => (one.child < other.child ? -1 : 1))
})

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
