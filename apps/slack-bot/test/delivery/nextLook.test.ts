/** Nobody looks at a child before the next look without news: what would be owed by then would be late. */

import { at, type Case, cases, entriesOf, interviewer, worker } from "@safe-return/casework/testing"
import { civilDay, Instant } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { type CaseSnapshot, caseSnapshot, nextLookAt, owedMessages } from "@safe-return/outreach/testing"
import fc from "fast-check"
import { expect, it } from "vitest"
import { inPlainText } from "../messages/rendered.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR

const [coordinator, manager, duty] = ["U0COORDINATOR", "U0MANAGER", "U0DUTY"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

/** The interviewer falls ill on the second day, or never. */
const thereFrom = (isIll: boolean): Roster => ({
  ...emptyRoster,
  holders: {
    ...emptyRoster.holders,
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "out-of-hours-duty": [duty]
  },
  acting: (person) =>
    actingFor(person, at(0), (holder) =>
      isIll && holder === interviewer ? { away: [{ from: civilDay(2026, 11, 23), for: "sickness" }] } : undefined
    ),
  addresses: () => 1
})

const toldAt = ({ state, recorded }: Case, there: Roster, now: Instant): CaseSnapshot => ({
  ...caseSnapshot([], { there, announceFrom: at(-1_000), allocatedWorker: worker, now }),
  state,
  entries: entriesOf(recorded),
  facts: { caseStatus: "looked-after", placedOutOfArea: true, hasNoPlan: true }
})

/** What is owed, who it goes to, and what of it is kept up to date as time passes. */
const owedAt = (snapshot: CaseSnapshot) =>
  owedMessages(snapshot).map(({ key, place, supersedes, keptCurrent, message }) => ({
    key,
    place,
    supersedes,
    ...(keptCurrent ? { words: inPlainText(message()) } : {})
  }))

/** From the last event on, over two weeks. */
const moments = ({ recorded }: Case) =>
  fc
    .integer({ min: 0, max: 14 * DAY })
    .map((after) => Instant(Math.max(...recorded.map(({ recordedAt }) => recordedAt)) + after))

const looks = cases.chain((told) =>
  fc.record({
    told: fc.constant(told),
    now: moments(told),
    isIll: fc.boolean(),
    share: fc.double({ min: 0, max: 1, noNaN: true })
  })
)

it("until the next look the same is owed, and cards say the same", () => {
  let looksThatEnd = 0
  fc.assert(
    fc.property(looks, ({ told, now, isIll, share }) => {
      const there = thereFrom(isIll)
      const next = nextLookAt(toldAt(told, there, now))
      if (next !== undefined) {
        looksThatEnd += 1
        expect(next).toBeGreaterThan(now)
      }
      const until = next ?? now + 30 * DAY
      const before = owedAt(toldAt(told, there, now))
      for (const later of [now + (until - now) * share, until - 1]) {
        const moment = Instant(Math.min(until - 1, Math.floor(later)))
        expect(owedAt(toldAt(told, there, moment))).toEqual(before)
      }
    }),
    { numRuns: 120 }
  )
  expect(looksThatEnd).toBeGreaterThan(10)
})
