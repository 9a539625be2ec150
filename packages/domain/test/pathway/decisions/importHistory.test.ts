import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, type Instant } from "../../../src/calendar/index.ts"
import {
  CaseSystemReference,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  fold,
  type HistoryRow,
  importedHistory,
  isHistoryAlone,
  type PathwayEvent,
  type RecordedEvent
} from "../../../src/pathway/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
import { HISTORY_NOW, recordedBy } from "../arbitraries.ts"
import { histories } from "../histories.ts"
import { someHistoryRows } from "../historyRows.ts"
import { about, at, episodeId, MUCH_LATER, missing, notify, playFrom, recordReturned } from "../madeUpChild.ts"

type Rows = readonly [HistoryRow, ...ReadonlyArray<HistoryRow>]

const importing = (rows: Rows): Command => ({ _tag: "ImportHistory", rows, policy: rotherham })

const events = (state: ChildState, rows: Rows, now: Instant = MUCH_LATER): ReadonlyArray<PathwayEvent> =>
  Result.getOrThrow(decide(state, importing(rows), { now }))

const row = (id: string, from: number, facts: Partial<HistoryRow> = {}): HistoryRow => ({
  episode_id: EpisodeId.make(id),
  missing_at: at(from),
  returned_at: at(from + 5),
  ...facts
})

const recorded = (all: ReadonlyArray<PathwayEvent>): ReadonlyArray<RecordedEvent> =>
  all.map((event) => ({ recordedAt: HISTORY_NOW, recordedBy, event }))

const first = row("earlier-1", -500)
const second = row("earlier-2", -300)

describe("history from the case system", () => {
  it("is kept as it came, by when it began, and apart from the episodes on record", () => {
    const state = playFrom(emptyChildState, importing([second, first]))
    expect(state.episodes).toEqual([])
    expect(importedHistory(state).map(({ row }) => row)).toEqual([first, second])
    expect(isHistoryAlone(state)).toBe(true)
  })

  it("changes nothing when it is imported again, and one row when that was changed", () => {
    const state = playFrom(emptyChildState, importing([first, second]))
    expect(events(state, [second, first])).toEqual([])
    const changed = { ...second, risk: "high" } as const
    expect(events(state, [first, changed])).toMatchObject([{ _tag: "HistoryImported", rows: [changed] }])
  })

  it.each([
    ["its id", (state: ChildState) => state, row(episodeId, -500)],
    [
      "its reference in the case system",
      (state: ChildState) =>
        playFrom(state, about("RecordCaseReference", { reference: CaseSystemReference.make("LL-17") })),
      row("LL-17", -500)
    ],
    ["its time", (state: ChildState) => state, row("of-the-case-system", 1)]
  ])("leaves out what the record tells itself, known by %s, before and after", (_, more, theirs) => {
    const gone = playFrom(emptyChildState, notify(missing()))
    const home = more(playFrom(gone, recordReturned(at(10))))
    expect(events(home, [theirs])).toEqual([])
    const before = more(playFrom(emptyChildState, importing([theirs]), notify(missing()), recordReturned(at(10))))
    expect(importedHistory(before)).toEqual([])
  })

  it("is refused while a time of it lies in the future", () => {
    const decision = decide(emptyChildState, importing([first, row("earlier-3", 3)]), { now: at(4) })
    expect(decision).toMatchObject({ failure: { _tag: "HistoryInFuture", field: "rows" } })
  })

  it("comes to the same record before and after all else, and twice as once", () => {
    fc.assert(
      fc.property(histories, someHistoryRows, ({ recorded: others }, rows) => {
        const ours = others.filter(({ event }) => event._tag !== "HistoryImported")
        const imported = recorded([{ _tag: "HistoryImported", rows, policy: rotherham }])
        const last = fold([...ours, ...imported])
        expect(fold([...imported, ...ours])).toEqual(last)
        expect(fold([...ours, ...imported, ...imported])).toEqual(last)
        const { imported: _, ...without } = last
        expect(without).toEqual(fold(ours))
      })
    )
  })

  it("is recorded once, whatever is on record", () => {
    fc.assert(
      fc.property(histories, someHistoryRows, ({ state, recorded: before }, rows) => {
        const now = addHours(HISTORY_NOW, 100)
        const state1 = fold([...before, ...recorded(events(state, rows, now))])
        expect(events(state1, rows, now)).toEqual([])
      })
    )
  })
})
