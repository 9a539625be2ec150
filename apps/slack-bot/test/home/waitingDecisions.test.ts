/** One truth of what waits: the morning asks for what the Home of the same person lists. */
import { type Role, undecidedTriggers } from "@safe-return/casework"
import { at, cases, child, entriesOf, manager, worker } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { askedDecisions, caseSnapshot } from "@safe-return/outreach/testing"
import { Option } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { waitingDecisionOf } from "../../src/home/waitingDecisions.ts"

const [coordinator, head, mash] = ["U0COORDINATOR", "U0HEAD", "U0MASH"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const rolesOf = new Map<PersonId, Role>([
  [manager, "team-manager"],
  [coordinator, "missing-coordinator"],
  [head, "head-of-service"],
  [mash, "mash"],
  [worker, "worker"]
])
const there: Roster = {
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head],
    "out-of-hours-duty": []
  },
  beside: { mash: [mash], worker: [worker], interviewer: [] }
}

it("the morning and the Home ask the same people for a decision, of history brought in too", () => {
  let [asked, broughtIn] = [0, 0]
  fc.assert(
    fc.property(cases, fc.integer({ min: 40, max: 400 }), fc.boolean(), ({ state, recorded }, hours, isKnown) => {
      const now = at(hours)
      const allocatedWorker = isKnown ? worker : undefined
      const entries = entriesOf(recorded)
      const snapshot = { ...caseSnapshot([]), state, entries, there, now, announceFrom: at(30) }
      const inMorning = askedDecisions(isKnown ? { ...snapshot, allocatedWorker: worker } : snapshot).flatMap(
        ({ place }) => (place._tag === "Person" ? [place.person] : [])
      )
      const onHome = [...rolesOf].flatMap(([person, role]) =>
        Option.isSome(
          waitingDecisionOf(
            { child, state, facts: {}, allocatedWorker },
            { person, roles: new Set([role]), coversFor: new Set(), calendars, now }
          )
        )
          ? [person]
          : []
      )
      expect(new Set(inMorning)).toEqual(new Set(onHome))
      asked += onHome.length
      broughtIn += undecidedTriggers(state, now, calendars).filter(({ firing }) => firing.metAt < at(30)).length
    })
  )
  expect(asked).toBeGreaterThan(10)
  expect(broughtIn).toBeGreaterThan(5)
})
