import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, civilDay, type Instant } from "../../src/calendar/index.ts"
import { isFinished, nextChangeAt } from "../../src/escalation/index.ts"
import {
  type ChildState,
  fold,
  type HistoryRow,
  type PathwayEvent,
  type RecordedEvent
} from "../../src/pathway/index.ts"
import { type ChildFacts, triggersFired, triggersUnmade, undecidedAmong } from "../../src/risk/index.ts"
import { EpisodeId } from "../../src/vocabulary/identifiers.ts"
import { HISTORY_NOW, recordedBy } from "../pathway/arbitraries.ts"
import { histories } from "../pathway/histories.ts"
import { someHistoryRows } from "../pathway/historyRows.ts"
import { everyRule } from "./arbitraryRecord.ts"
import { at, MUCH_LATER, number, policyOf } from "./madeUpRecord.ts"

const DAY = 24

const repeated = policyOf({ rule: "episodes-in-window", count: number(3), windowDays: number(90) })

const row = (id: string, day: number, facts: Partial<HistoryRow> = {}): HistoryRow => ({
  episode_id: EpisodeId.make(id),
  missing_at: at(day * DAY),
  returned_at: at(day * DAY + 5),
  ...facts
})

const recorded = (recordedAt: Instant, ...events: ReadonlyArray<PathwayEvent>): ReadonlyArray<RecordedEvent> =>
  events.map((event) => ({ recordedAt, recordedBy, event }))

const imported = (...[first, ...others]: readonly [HistoryRow, ...ReadonlyArray<HistoryRow>]): PathwayEvent => ({
  _tag: "HistoryImported",
  rows: [first, ...others],
  policy: repeated
})

const opened = (id: string, day: number, policy = repeated): PathwayEvent => ({
  _tag: "EpisodeOpened",
  episodeId: EpisodeId.make(id),
  absence: "missing",
  missingFrom: "home",
  risk: "medium",
  missingAt: at(day * DAY),
  reportedAt: at(day * DAY),
  notifiedAt: at(day * DAY + 1),
  policy
})

const ended = (id: string): PathwayEvent => ({
  _tag: "ChildReturned",
  episodeId: EpisodeId.make(id),
  returnedAt: at(10)
})

const before = imported(row("before-1", -60), row("before-2", -30))
const since = imported(row("after-1", 10))
const importedAt = at(-5 * DAY)

const fired = (state: ChildState, now: Instant = MUCH_LATER) => triggersFired(state, { calendars, now })

describe("triggers and imported history", () => {
  it("a first episode on record that makes three with history is an ordinary trigger and says so", () => {
    const state = fold([...recorded(importedAt, before), ...recorded(at(1), opened("live", 0))])
    const [firing, ...others] = fired(state, at(2))
    expect(others).toEqual([])
    expect(firing).toMatchObject({
      rule: "episodes-in-window",
      episodeIds: ["before-1", "before-2", "live"],
      metAt: at(1),
      standing: { _tag: "Open" }
    })
    expect(firing?.because).toContain("2 of the 3 were imported from the case system.")
    expect(undecidedAmong(state, fired(state))).toMatchObject([{ episodeId: "live" }])
  })

  it("history that is imported later is known from then on, and not from when it was", () => {
    const state = fold([...recorded(at(1), opened("live", 0)), ...recorded(at(50), before)])
    expect(fired(state)).toMatchObject([{ metAt: at(50), standing: { _tag: "Open" } }])
  })

  it("a trigger on history alone is listed, and nobody is asked nor waited for", () => {
    const state = fold(recorded(importedAt, imported(row("before-1", -60), row("before-2", -50), row("before-3", -40))))
    expect(fired(state)).toMatchObject([{ standing: { _tag: "Imported" } }])
    expect(undecidedAmong(state, fired(state))).toEqual([])
    expect(nextChangeAt(state, at(-70 * DAY), { calendars })).toMatchObject({ _tag: "None" })
    expect(isFinished(state, importedAt, { calendars, recordedAt: importedAt })).toBe(true)
  })

  it("a trigger whose latest episode is imported is decided on at the latest on our own record", () => {
    const rows = imported(row("before-1", -60), row("after-1", 10))
    const state = fold([...recorded(at(1), opened("live", 0)), ...recorded(at(20), ended("live"), rows)])
    expect(undecidedAmong(state, fired(state))).toMatchObject([
      { episodeId: "live", firing: { episodeIds: ["before-1", "live", "after-1"] } }
    ])
  })

  it("a first episode that was not the first is said to stand no longer once history is imported", () => {
    const young = policyOf({ rule: "young-first-episode", years: number(10) })
    const ours = recorded(at(1), opened("live", 0, young))
    const context = { calendars, now: MUCH_LATER, facts: { bornOn: civilDay(2020, 1, 25) } }
    expect(triggersFired(fold(ours), context)).toHaveLength(1)
    const state = fold([...ours, ...recorded(at(50), before)])
    expect(triggersFired(state, context).filter(({ standing }) => standing._tag !== "Imported")).toEqual([])
    expect(triggersUnmade(state, context)).toMatchObject([
      { rule: "young-first-episode", episodeIds: ["live"], standing: { _tag: "EvidenceCorrected" } }
    ])
  })

  it("what a trigger of one episode asks stays asked, though an absence since is imported", () => {
    const outOfArea = policyOf({ rule: "out-of-area" })
    const facts: ChildFacts = { caseStatus: "looked-after", placedOutOfArea: true }
    const ours = recorded(at(1), opened("live", 0, outOfArea))
    const state = fold([...ours, ...recorded(at(20), ended("live")), ...recorded(at(50 * DAY), since)])
    const open = triggersFired(state, { calendars, now: MUCH_LATER, facts }).filter(
      ({ standing }) => standing._tag === "Open"
    )
    expect(open).toMatchObject([{ rule: "out-of-area", episodeIds: ["live"] }])
  })

  it("the triggers are the same, whether history is imported before all else or after it", () => {
    const facts: ChildFacts = { hasNoPlan: true, caseStatus: "looked-after", bornOn: civilDay(2020, 1, 25) }
    const judged = ({ recorded: all }: { readonly recorded: ReadonlyArray<RecordedEvent> }) =>
      all
        .filter(({ event }) => event._tag !== "HistoryImported")
        .map((one) =>
          one.event._tag === "EpisodeOpened" ? { ...one, event: { ...one.event, policy: everyRule } } : one
        )
    fc.assert(
      fc.property(histories.map(judged), someHistoryRows, (ours, rows) => {
        const history = recorded(HISTORY_NOW, { _tag: "HistoryImported", rows, policy: everyRule })
        const context = { calendars, now: addHours(HISTORY_NOW, 200), facts }
        const all = (state: ChildState) => [...triggersFired(state, context), ...triggersUnmade(state, context)]
        expect(all(fold([...history, ...ours]))).toEqual(all(fold([...ours, ...history])))
      }),
      { numRuns: 200 }
    )
  })
})
