/** Rows of other systems' tables, taken in child by child: what is interrupted goes on where it is run again. */
import { decideStrandRows, type StrandRow, type StrandRowEvent } from "@safe-return/domain/joinedUp"
import type { PersonId } from "@safe-return/domain/pathway"
import { JoinedUpRecords, type JoinedUpStream, type StreamReferences } from "@safe-return/journal"
import { Effect } from "effect"
import { eventsIn } from "./joinedUpEvents.ts"
import { recordDecided } from "./recordDecided.ts"

/** What became of the rows of a table. */
export interface StrandRowsTaken {
  readonly recorded: number
  readonly withdrawn: number
  readonly same: number
}

const aboutOf = (row: StrandRow): StreamReferences =>
  row._tag === "ExclusionRecorded" ? { education: row.child_ref } : { socialCare: row.child_ref }

const takeOfChild = (about: StreamReferences, rows: ReadonlyArray<StrandRow>, isWhole: boolean, by: PersonId) =>
  recordDecided(about, by, (stream) => Effect.succeed(decideStrandRows(rows, eventsIn([stream]).rows, isWhole)))

/** Whether a stream holds rows of this kind of table. */
const isOfTable = ({ entries }: JoinedUpStream, table: StrandRow["_tag"]): boolean =>
  entries.some(({ recorded }) => recorded.event._tag === table)

const count = (events: ReadonlyArray<StrandRowEvent>, isCounted: (event: StrandRowEvent) => boolean): number =>
  events.filter(isCounted).length

/**
 * Records what a table says that is not on record, and withdraws what it says otherwise; where it is the whole table, what it
 * leaves out too.
 */
export const takeStrandRows = Effect.fn("takeStrandRows")(function* (
  table: StrandRow["_tag"],
  rows: ReadonlyArray<StrandRow>,
  isWhole: boolean,
  by: PersonId
) {
  const records = yield* JoinedUpRecords
  const children = new Map<string, { readonly about: StreamReferences; readonly rows: Array<StrandRow> }>()
  const keyOf = (about: StreamReferences) => `${about.education ?? ""} ${about.socialCare ?? ""}`
  const ofChild = (about: StreamReferences) => {
    const known = children.get(keyOf(about)) ?? { about, rows: [] }
    children.set(keyOf(about), known)
    return known
  }
  for (const row of rows) {
    const { about } = yield* records.read(aboutOf(row))
    ofChild(about).rows.push(row)
  }
  // Of a child that the whole table leaves out, everything goes.
  if (isWhole) for (const stream of yield* records.all) if (isOfTable(stream, table)) ofChild(stream.about)
  let [recorded, withdrawn] = [0, 0]
  for (const { about, rows: own } of children.values()) {
    const events = yield* takeOfChild(about, own, isWhole, by)
    recorded += count(events, ({ _tag }) => _tag !== "StrandRowWithdrawn")
    withdrawn += count(events, ({ _tag }) => _tag === "StrandRowWithdrawn")
  }
  return { recorded, withdrawn, same: rows.length - recorded } satisfies StrandRowsTaken
})
