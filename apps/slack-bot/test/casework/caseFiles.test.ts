import { ChildReference, EventId } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import fc from "fast-check"
import { expect, it } from "vitest"
import { caseFiles } from "../../src/casework/caseFiles.ts"
import { cases } from "../messages/arbitraryCase.ts"
import type { Case } from "../messages/madeUpCase.ts"

const [first, second] = ["LCS-1", "LCS-2"].map((reference) => ChildReference.make(reference)) as [
  ChildReference,
  ChildReference
]

/** The streams of children, one event of each in turn. */
const inTurn = (told: ReadonlyArray<readonly [ChildReference, Case]>, from: number): ReadonlyArray<JournalEntry> => {
  const all = told.flatMap(([child, { recorded }]) =>
    recorded.map((entry, index) => ({ child, recorded: entry, version: index + 1 }))
  )
  return all
    .toSorted((one, other) => one.version - other.version)
    .map((entry, index) => ({ ...entry, id: EventId.make(`event-${from + index}`), position: from + index }))
}

it("what is read at the start comes to the same as what is heard of event by event", () => {
  fc.assert(
    fc.property(cases, cases, cases, fc.boolean(), (one, other, again, isAnew) => {
      const entries = inTurn(
        [
          [first, one],
          [second, other]
        ],
        1
      )
      // A child who was erased may be on record anew.
      const anew = isAnew ? inTurn([[first, again]], entries.length + 1) : []
      const atOnce = caseFiles([...entries, ...anew])
      const oneByOne = caseFiles([])
      for (const entry of [...entries, ...anew]) oneByOne.add(entry)
      expect(atOnce.all()).toEqual(oneByOne.all())
      for (const child of [first, second]) expect(atOnce.of(child)).toEqual(oneByOne.of(child))
      const references = [...entries, ...anew].flatMap(({ recorded: { event } }) =>
        event._tag === "NotificationReceived" ? [event.notification.policeReference] : []
      )
      for (const reference of new Set(references)) {
        expect(atOnce.childOf(reference)).toBe(oneByOne.childOf(reference))
      }
    }),
    { numRuns: 50 }
  )
})
