import { ChildReference } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { everyDecisionOwed } from "../src/decisionsOwed.ts"
import { at, manager, missing, notified, returned, type Told, tell } from "../testing/madeUpCase.ts"

const [late, early, dead] = ["LCS-1", "LCS-2", "LCS-3"].map((reference) => ChildReference.make(reference)) as [
  ChildReference,
  ChildReference,
  ChildReference
]

/** The police cancel the report of a child who is back. */
const questioned = (hours: number): ReadonlyArray<Told> => [
  missing(hours),
  returned(hours + 2),
  notified(at(hours + 3), { kind: "cancelled", reason: "Reported twice." })
]

it("every decision that waits is listed by who is longest gone, and none of a child who died", () => {
  const died: Told = { by: manager, now: at(30), command: { _tag: "RecordDeath", knownFrom: at(30), by: manager } }
  const states = new Map([
    [late, tell(questioned(5)).state],
    [early, tell(questioned(1)).state],
    [dead, tell([...questioned(0), died]).state]
  ])
  expect(everyDecisionOwed(states).map(({ child, owed }) => [child, owed])).toEqual([
    [early, "cancellation"],
    [late, "cancellation"]
  ])
})
