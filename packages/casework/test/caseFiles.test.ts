import { ChildReference, EventId, PoliceReference } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { Option, Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { caseFiles } from "../src/caseFiles.ts"
import { cases } from "../testing/arbitraryCase.ts"
import { type Case, missing, tell } from "../testing/madeUpCase.ts"

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
    fc.property(cases, cases, cases, fc.boolean(), (one, other, again, isBackOnRecord) => {
      const entries = inTurn(
        [
          [first, one],
          [second, other]
        ],
        1
      )
      // A child who was erased may be on record again.
      const returned = isBackOnRecord ? inTurn([[first, again]], entries.length + 1) : []
      const atOnce = caseFiles({ entries: [...entries, ...returned], finished: [] })
      const oneByOne = caseFiles({ entries: [], finished: [] })
      for (const entry of [...entries, ...returned]) oneByOne.add(entry)
      expect(atOnce.active()).toEqual(oneByOne.active())
      for (const child of [first, second]) expect(atOnce.of(child)).toEqual(oneByOne.of(child))
      const references = [...entries, ...returned].flatMap(({ recorded: { event } }) =>
        event._tag === "NotificationReceived" ? [event.notification.policeReference] : []
      )
      for (const reference of new Set(references)) {
        expect(atOnce.childOf(reference)).toBe(oneByOne.childOf(reference))
      }
    }),
    { numRuns: 50 }
  )
})

it("a child is found under any spelling until they are erased", () => {
  const small = ChildReference.make("lcs-1")
  const entries = inTurn([[small, tell([missing()])]], 1)
  const named = (files: ReturnType<typeof caseFiles>) => files.childNamed(first)
  const atOnce = caseFiles({ entries, finished: [] })
  const oneByOne = caseFiles({ entries: [], finished: [] })
  expect(named(oneByOne)).toEqual(Result.succeed(Option.none()))
  entries.forEach(oneByOne.add)
  for (const files of [atOnce, oneByOne]) {
    expect(named(files)).toEqual(Result.succeed(Option.some(small)))
    files.forget({ child: small, lastPosition: entries.length })
    expect(named(files)).toEqual(Result.succeed(Option.none()))
  }
})

it("a police reference in another spelling is the one of the child it is sent of", () => {
  const spellings = ["SYP-2026-1", "syp-2026-1"] as const
  const [one, other] = spellings.map((reference) => tell([missing(0, { reference })])) as [Case, Case]
  const files = caseFiles({
    entries: inTurn(
      [
        [first, one],
        [second, other]
      ],
      1
    ),
    finished: []
  })
  const typed = PoliceReference.make("Syp-2026-1")
  expect(files.policeSpellingOf(typed, first)).toBe(spellings[0])
  expect(files.policeSpellingOf(typed, second)).toBe(spellings[1])
  expect(files.policeSpellingOf(PoliceReference.make(spellings[1]), first)).toBe(spellings[1])
  expect(files.policeSpellingOf(PoliceReference.make("SYP-2026-2"), first)).toBeUndefined()
})
