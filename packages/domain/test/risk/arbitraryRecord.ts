/** Random made-up records: episodes over 90 days, some cancelled or merged, some with interviews of every outcome. */
import fc from "fast-check"
import { type Instant, Instant as instant } from "../../src/calendar/index.ts"
import type { ChildState, Episode, Interview } from "../../src/pathway/state.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"
import { at, completed, episode, interview, interviewer, mergedInto, number, policyOf, record } from "./madeUpRecord.ts"

const DAYS_90 = 90 * 24

/** Every rule at once, with numbers small enough to be met often. */
export const everyRule: Policy = policyOf(
  { rule: "episodes-in-window", count: number(3), windowDays: number(30) },
  { rule: "episodes-in-month", count: number(3) },
  { rule: "still-missing", hours: number(24), counted: { absences: ["missing"] } },
  { rule: "long-episode", hours: number(24) },
  { rule: "harm-disclosed" },
  { rule: "exploitation", atLeast: "suspected" },
  { rule: "interviews-not-achieved", count: number(2) },
  { rule: "offer-late", hours: number(8), measured: "working-hours" },
  { rule: "young-first-episode", years: number(11) },
  { rule: "out-of-area" },
  { rule: "plan-not-ready" },
  { rule: "shortening-intervals", intervals: number(2), withinDays: number(90) }
)

const progressFrom = (missingAt: Instant): fc.Arbitrary<Episode["progress"]> => {
  const after = (hours: number) => instant(missingAt + hours * 3_600_000)
  const hours = fc.integer({ min: 1, max: 100 })
  return fc.oneof(
    fc.constant({ _tag: "Missing" as const }),
    hours.map((found) => ({ _tag: "Found" as const, foundAt: after(found) })),
    hours.map((back) => ({ _tag: "Returned" as const, returnedAt: after(back) })),
    fc.constantFrom<Episode["progress"]>({ _tag: "Cancelled", reason: "in error" }, mergedInto(1))
  )
}

const outcome = (missingAt: Instant): fc.Arbitrary<Partial<Interview>> =>
  fc.oneof(
    fc.constant({ response: "declined" as const }),
    fc.constant({ notDone: { reason: "unable-to-contact" as const, decidedBy: interviewer } }),
    fc.integer({ min: 1, max: 200 }).map((hours) => ({ offeredAt: instant(missingAt + hours * 3_600_000) })),
    fc.constantFrom("no" as const, "yes" as const).map((harmDisclosed) => completed(at(DAYS_90), { harmDisclosed })),
    fc.constant({ ...completed(at(DAYS_90)), record: { risks: { gang: "suspected" as const } } })
  )

const one = (nth: number, hour: number) => {
  const missingAt = at(hour)
  return fc.record({
    episode: fc
      .tuple(progressFrom(missingAt), fc.constantFrom("missing" as const, "away" as const))
      .map(([progress, absence]) => episode(nth, missingAt, { progress, absence })),
    interview: fc.option(
      outcome(missingAt).map((said) => interview(nth, [nth], said)),
      { nil: undefined }
    )
  })
}

const hours = fc.uniqueArray(fc.integer({ min: 0, max: DAYS_90 }), { minLength: 1, maxLength: 10 })

/** A record under this policy, with its episodes and interviews in the order they were made up. */
export const recordsUnder = (policy: Policy = rotherham): fc.Arbitrary<ChildState> =>
  hours
    .chain((starts) => fc.tuple(...starts.map((hour, index) => one(index + 1, hour))))
    .map((told) =>
      record(
        policy,
        told.map((each) => each.episode),
        told.flatMap((each) => (each.interview === undefined ? [] : [each.interview]))
      )
    )

/** Moments from before the first episode to well after the last. */
export const moments: fc.Arbitrary<Instant> = fc.integer({ min: -10, max: DAYS_90 + 500 }).map(at)
