import { expect, it } from "@effect/vitest"
import fc from "fast-check"
import { CivilDay } from "../../src/calendar/civilDay.ts"
import { PupilReference } from "../../src/education/index.ts"
import {
  decideStrandRows,
  foldStrandRows,
  type StrandRow,
  type StrandRowEvent,
  StrandRowId
} from "../../src/joinedUp/index.ts"
import { ChildReference } from "../../src/pathway/index.ts"

const day = fc.integer({ min: 20_500, max: 20_503 }).map((number) => CivilDay(number))
const rowId = fc.uuid().map((id) => StrandRowId.make(id))
const exclusion: fc.Arbitrary<StrandRow> = fc.record(
  {
    _tag: fc.constant("ExclusionRecorded" as const),
    rowId,
    child_ref: fc.constantFrom("EDU-1", "edu1", "EDU-2").map((reference) => PupilReference.make(reference)),
    kind: fc.constantFrom("suspension" as const, "permanent-exclusion" as const),
    from: day,
    to: day
  },
  { requiredKeys: ["_tag", "rowId", "child_ref", "kind"] }
)
const indicator: fc.Arbitrary<StrandRow> = fc.record(
  {
    _tag: fc.constant("IndicatorRecorded" as const),
    rowId,
    child_ref: fc.constantFrom("LCS-1", "LCS-2").map((reference) => ChildReference.make(reference)),
    kind: fc.constantFrom("sexual-exploitation" as const, "criminal-exploitation" as const),
    grade: fc.constantFrom("suspected" as const, "confirmed" as const),
    noted_on: day
  },
  { requiredKeys: ["_tag", "rowId", "child_ref", "kind"] }
)
const table = fc.array(fc.oneof(exclusion, indicator), { maxLength: 6 })
const renamed = (rows: ReadonlyArray<StrandRow>, by: string): ReadonlyArray<StrandRow> =>
  rows.map((row, index) => ({ ...row, rowId: StrandRowId.make(`${by} ${index}`) }))

const takenIn = (tables: ReadonlyArray<{ readonly rows: ReadonlyArray<StrandRow>; readonly isWhole: boolean }>) => {
  let events: ReadonlyArray<StrandRowEvent> = []
  for (const [index, { rows, isWhole }] of tables.entries())
    events = [...events, ...decideStrandRows(renamed(rows, String(index)), events, isWhole)]
  return events
}
const tables = fc.array(fc.record({ rows: table, isWhole: fc.boolean() }), { maxLength: 4 })

/** What rows say, without their ids and spellings. */
const said = ({ exclusions, indicators }: ReturnType<typeof foldStrandRows>) =>
  [...exclusions, ...indicators]
    .map((row) =>
      row._tag === "ExclusionRecorded"
        ? [row.child_ref.toUpperCase().replace("-", ""), row.kind, row.from, row.to].join()
        : [row.child_ref, row.kind, row.noted_on, row.grade ?? "suspected"].join()
    )
    .sort()

it("the order and the repetition of what tables said changes nothing of what stands", () => {
  fc.assert(
    fc.property(tables, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const events = takenIn(given)
      const shuffled = [...events, ...events].toSorted(() => ((numbers.next().value ?? 0) % 2) - 0.5)
      expect(foldStrandRows(shuffled)).toEqual(foldStrandRows(events))
    })
  )
})

it("the same table a second time records nothing", () => {
  fc.assert(
    fc.property(tables, table, fc.boolean(), (before, rows, isWhole) => {
      const events = takenIn([...before, { rows, isWhole }])
      expect(decideStrandRows(renamed(rows, "again"), events, isWhole)).toEqual([])
    })
  )
})

it("a whole table is all that stands after it, and another takes no row away unnamed", () => {
  fc.assert(
    fc.property(tables, table, (before, rows) => {
      const events = takenIn([...before, { rows, isWhole: true }])
      expect(said(foldStrandRows(events))).toEqual(said(foldStrandRows(rows)))
      const more = takenIn([...before, { rows, isWhole: false }])
      const stands = new Set(said(foldStrandRows(more)))
      for (const row of said(foldStrandRows(rows))) expect(stands).toContain(row)
      const gone = said(foldStrandRows(takenIn(before))).filter((row) => !stands.has(row))
      // Only a row of the same child, kind and first day takes another's place.
      const slots = said(foldStrandRows(rows)).map((row) => row.split(",").slice(0, 3).join())
      for (const row of gone) expect(slots).toContain(row.split(",").slice(0, 3).join())
    })
  )
})
