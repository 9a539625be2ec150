import { addHours, calendars, type Instant } from "@safe-return/domain/calendar"
import {
  ChildReference,
  type ChildState,
  emptyChildState,
  fold,
  type HistoryRow,
  PersonId,
  withoutReplacements
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { type Firing, recordOfRows, triggersFired } from "@safe-return/domain/risk"
import { childHistories, type EpisodeRow, episodeRowsOf } from "@safe-return/exchange"
import fc from "fast-check"
import { expect, it } from "vitest"
import { HISTORY_NOW } from "../../../domain/test/pathway/arbitraries.ts"
import { historyRows } from "../../../domain/test/pathway/historyRows.ts"
import { eventsOfRows } from "./rowEvents.ts"

const child = ChildReference.make("LCS-10432")
const by = PersonId.make("U0MADEUP1")
const now = addHours(HISTORY_NOW, 100)

/** The rows of one child's table, each with an id of its own. */
const tables = fc.uniqueArray(historyRows, { selector: ({ episode_id }) => episode_id, minLength: 1, maxLength: 6 })

const imported = ([first, ...others]: ReadonlyArray<HistoryRow>): ChildState => {
  if (first === undefined) return emptyChildState
  const event = { _tag: "HistoryImported", rows: [first, ...others], policy: rotherham } as const
  return fold([{ recordedAt: HISTORY_NOW, recordedBy: by, event }])
}

const tableOf = (rows: ReadonlyArray<HistoryRow>): ReadonlyArray<EpisodeRow> =>
  rows.map((row) => ({ ...row, child_ref: child }))

const unmarked = (firings: ReadonlyArray<Firing>) => firings.map(({ standing: _, ...firing }) => firing)

const byId = (one: EpisodeRow, other: EpisodeRow): number => (one.episode_id < other.episode_id ? -1 : 1)

it("an imported history meets the triggers that its table meets, each marked as imported", () => {
  let met = 0
  fc.assert(
    fc.property(tables, (rows) => {
      const lines = tableOf(rows).map((row, line) => ({ line, row, aside: {} }))
      const [history] = childHistories(lines, { policy: rotherham, asOf: now }).histories
      const { state, facts = {} } = history ?? { state: emptyChildState }
      const firings = triggersFired(imported(rows), { calendars, now })
      met += firings.length
      expect(unmarked(firings)).toEqual(unmarked(triggersFired(state, { calendars, now, facts })))
      expect(firings.every(({ standing }) => standing._tag === "Imported")).toBe(true)
    }),
    { numRuns: 500 }
  )
  expect(met).toBeGreaterThan(500)
})

it("an imported history comes out as the rows it came in as", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const out = episodeRowsOf({ child, state: imported(rows) }, calendars)
      expect(out.toSorted(byId)).toEqual(tableOf(rows).toSorted(byId))
    })
  )
})

it("rows come to the record that the events they tell come to", () => {
  // Who said so, and when, is not what happened.
  const untimed = ({ episodes, interviews, ...state }: ChildState) => ({
    ...state,
    episodes: episodes.map(({ personsWord: _, ...episode }) => episode),
    interviews: interviews.map(({ noneSince: _none, loggedAt: _logged, ...interview }) => interview)
  })
  const isPlaced = (row: EpisodeRow): row is EpisodeRow & { readonly missing_at: Instant } => "missing_at" in row
  fc.assert(
    fc.property(tables, (rows) => {
      const placed = tableOf(rows)
        .filter(isPlaced)
        .sort((one, other) => one.missing_at - other.missing_at)
      const state = untimed(withoutReplacements(fold(eventsOfRows(placed, rotherham))))
      const record = recordOfRows(rows.map((row) => ({ row, policy: rotherham })))
      expect(untimed({ ...emptyChildState, ...record })).toEqual(state)
    }),
    { numRuns: 500 }
  )
})
