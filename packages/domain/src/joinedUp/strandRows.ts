import { childKey } from "./strandFact.ts"
import type { ExclusionRecorded, IndicatorRecorded, StrandRowEvent, StrandRowWithdrawn } from "./strandRowEvents.ts"

/** A row of one of the two tables, with the name by which an event withdraws it. */
export type StrandRow = ExclusionRecorded | IndicatorRecorded

/** What other systems' tables say, once what was withdrawn is left out; each list in the order of the ids. */
export interface StrandRows {
  readonly exclusions: ReadonlyArray<ExclusionRecorded>
  readonly indicators: ReadonlyArray<IndicatorRecorded>
}

const systemOf = ({ _tag }: StrandRow) => (_tag === "ExclusionRecorded" ? "education" : "social-care")

/** One for all that a table may say otherwise later; none where no day tells two apart. */
const slotOf = (row: StrandRow): string | undefined => {
  const day = row._tag === "ExclusionRecorded" ? row.from : row.noted_on
  if (day === undefined) return undefined
  return JSON.stringify([childKey({ system: systemOf(row), reference: row.child_ref }), row.kind, day])
}

/** The same for rows that say the same, however the child's reference is written. */
const contentOf = (row: StrandRow): string => {
  const child = childKey({ system: systemOf(row), reference: row.child_ref })
  if (row._tag === "IndicatorRecorded") return JSON.stringify([child, row.kind, row.grade ?? "suspected", row.noted_on])
  const beside = row.social_care_ref
  return JSON.stringify([
    child,
    row.kind,
    row.from,
    row.to,
    beside === undefined ? null : childKey({ system: "social-care", reference: beside })
  ])
}

const inOrder = <Row extends StrandRow>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const said = new Map<string, Row>()
  for (const row of rows.toSorted((one, other) => (one.rowId < other.rowId ? -1 : 1))) {
    if (!said.has(contentOf(row))) said.set(contentOf(row), row)
  }
  return [...said.values()]
}

/**
 * The rows that stand after these events, in whatever order they come and however often. A row is withdrawn for good: said once
 * more, it comes back under another id.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { foldStrandRows, StrandRowId } from "@safe-return/domain/joinedUp"
 *
 * const rowId = StrandRowId.make("R1")
 * const child_ref = PupilReference.make("EDU-20117")
 * const recorded = { _tag: "ExclusionRecorded", rowId, child_ref, kind: "suspension", from: civilDay(2026, 3, 4) } as const
 * foldStrandRows([recorded, recorded]).exclusions.length // 1
 * foldStrandRows([{ _tag: "StrandRowWithdrawn", rowId }, recorded]).exclusions.length // 0
 * ```
 */
export const foldStrandRows = (events: Iterable<StrandRowEvent>): StrandRows => {
  const all = [...events]
  const withdrawn = new Set(all.flatMap((event) => (event._tag === "StrandRowWithdrawn" ? [event.rowId] : [])))
  const standing = all.filter(
    (event): event is StrandRow => event._tag !== "StrandRowWithdrawn" && !withdrawn.has(event.rowId)
  )
  return {
    exclusions: inOrder(standing.filter((row) => row._tag === "ExclusionRecorded")),
    indicators: inOrder(standing.filter((row) => row._tag === "IndicatorRecorded"))
  }
}

/**
 * What has to be recorded so that the rows on record say what a table says. A row that is on record changes nothing. A row of the
 * same child, kind and first day as one on record takes its place. What the table leaves out stays, unless it is the whole.
 *
 * @param given the table's rows, each with an id that is used only if the row is new
 * @param isWhole whether the table is everything there is, so that what it leaves out is withdrawn
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { decideStrandRows, StrandRowId } from "@safe-return/domain/joinedUp"
 *
 * const child_ref = PupilReference.make("EDU-20117")
 * const given = { _tag: "ExclusionRecorded", rowId: StrandRowId.make("R1"), child_ref, kind: "suspension" } as const
 * const row = { ...given, from: civilDay(2026, 3, 4) }
 * const events = decideStrandRows([row], [], false)
 * events.map(({ _tag }) => _tag) // ["ExclusionRecorded"]
 * decideStrandRows([{ ...row, rowId: StrandRowId.make("R2") }], events, false) // []
 * const ended = { ...row, rowId: StrandRowId.make("R2"), to: civilDay(2026, 3, 6) }
 * decideStrandRows([ended], events, false).map(({ _tag, rowId }) => [_tag, rowId]) // [["StrandRowWithdrawn","R1"],["ExclusionRecorded","R2"]]
 * decideStrandRows([], events, true).map(({ _tag }) => _tag) // ["StrandRowWithdrawn"]
 * ```
 */
export const decideStrandRows = (
  given: ReadonlyArray<StrandRow>,
  events: ReadonlyArray<StrandRowEvent>,
  isWhole: boolean
): ReadonlyArray<StrandRowEvent> => {
  const { exclusions, indicators } = foldStrandRows(events)
  const onRecord = new Map([...exclusions, ...indicators].map((row) => [contentOf(row), row]))
  const said = new Map<string, StrandRow>()
  for (const row of given) if (!said.has(contentOf(row))) said.set(contentOf(row), row)
  const added = [...said].flatMap(([content, row]) => (onRecord.has(content) ? [] : [row]))
  const slots = new Set(added.map(slotOf))
  const goes = (row: StrandRow): boolean => {
    const slot = slotOf(row)
    return !said.has(contentOf(row)) && (isWhole || (slot !== undefined && slots.has(slot)))
  }
  const withdrawn = [...onRecord.values()].filter(goes).flatMap((row) =>
    // Every id under which the same was recorded, or the row would come back by the other.
    events.flatMap(
      (event): ReadonlyArray<StrandRowWithdrawn> =>
        event._tag !== "StrandRowWithdrawn" && contentOf(event) === contentOf(row)
          ? [{ _tag: "StrandRowWithdrawn", rowId: event.rowId }]
          : []
    )
  )
  const known = new Set(events.flatMap((event) => (event._tag === "StrandRowWithdrawn" ? [event.rowId] : [])))
  return [...withdrawn.filter(({ rowId }) => !known.has(rowId)), ...added]
}
