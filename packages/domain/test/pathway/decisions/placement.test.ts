import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import { calendars, formatCivilDay, type Instant, utc } from "../../../src/calendar/index.ts"
import { clocksOf, dueTimes, nationOf, policyAsPlaced, remindersOf } from "../../../src/deadlines/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  type Episode,
  hostOf,
  type Placement,
  placementOf
} from "../../../src/pathway/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
import { triggersFired, triggersNotKnown } from "../../../src/risk/index.ts"
import { about, at, MUCH_LATER, missing, notify, play, playFrom, recordReturned } from "../madeUpChild.ts"
import { gone, home, otherAuthority } from "../stageExamples.ts"

const inScotland: Placement = { _tag: "HostArea", authority: otherAuthority, nation: "scotland" }
const own: Placement = { _tag: "OwnArea" }
const placed = (placement: Placement, hours?: number): Command =>
  about("RecordPlacement", hours === undefined ? { placement } : { placement, movedAt: at(hours) })

const only = ({ episodes }: ChildState): Episode => {
  const [episode] = episodes
  if (episode === undefined) throw new Error("no episode")
  return episode
}

describe("where a child is placed", () => {
  it("is unknown until recorded, and names the host authority before any interview", () => {
    expect(placementOf(only(gone))).toBeUndefined()
    const state = playFrom(gone, placed(inScotland))
    expect(hostOf(only(state))).toEqual(inScotland)
    expect(state.interviews).toEqual([])
    expect(hostOf(only(playFrom(state, placed(own))))).toBeUndefined()
  })

  it("changes by a move in the middle, which ends nothing, and each place is kept", () => {
    const moved = playFrom(gone, placed(own), placed(inScotland, 5))
    expect(only(moved).progress._tag).toBe("Missing")
    expect(only(moved).placements).toEqual([{ placement: own }, { placement: inScotland, movedAt: at(5) }])
    expect(placementOf(only(moved))).toEqual(inScotland)
    const toldLate = playFrom(moved, placed({ ...inScotland, nation: "northern-ireland" }, 3))
    expect(placementOf(only(toldLate))).toEqual(inScotland)
  })

  it("is moved after the child was last seen and before they were back", () => {
    const refused = (state: ChildState, hours: number) =>
      Result.getOrThrow(Result.flip(decide(state, placed(own, hours), { now: MUCH_LATER })))._tag
    expect(refused(gone, -1)).toBe("MoveOutOfOrder")
    expect(refused(home, 11)).toBe("MoveOutOfOrder")
  })

  it("is as it was when a move or a placement is taken back", () => {
    const moved = playFrom(gone, placed(own), placed(inScotland, 5))
    const without = (movedAt?: Instant) =>
      about("WithdrawEntry", {
        entry: movedAt === undefined ? { _tag: "Placement" } : { _tag: "Placement", movedAt },
        reason: "wrong-record"
      })
    expect(playFrom(moved, without(at(5)))).toEqual(playFrom(gone, placed(own)))
    expect(playFrom(gone, placed(own), without())).toEqual(gone)
  })

  it("said twice changes nothing", () => {
    for (const command of [placed(inScotland), placed(inScotland, 5)]) {
      expect(Result.getOrThrow(decide(playFrom(gone, command), command, { now: MUCH_LATER }))).toEqual([])
    }
  })
})

describe("the working-day clock of a child placed with another authority", () => {
  // Friday 27 November 2026: Monday 30 is St Andrew's Day in Scotland.
  const friday = (utc(2026, 11, 27, 15) - at(0)) / 3_600_000
  const back = play(
    notify(missing({ missingAt: at(friday - 10), reportedAt: at(friday - 9) })),
    recordReturned(at(friday))
  )
  const dueDay = (state: ChildState) =>
    formatCivilDay(Option.getOrThrow(clocksOf(only(state), calendars)).workingDayClock.dueDay)

  it("skips the bank holidays of that nation, and says why", () => {
    expect(dueDay(back)).toBe("2026-12-02")
    const hosted = playFrom(back, placed(inScotland))
    expect(dueDay(hosted)).toBe("2026-12-03")
    const clocks = Option.getOrThrow(clocksOf(only(hosted), calendars))
    expect(clocks.calendar.nation).toBe("scotland")
    expect(clocks.workingDayClock.days).toContainEqual(expect.objectContaining({ skipped: "St Andrew’s Day" }))
  })

  it("agrees with the bare figures, and leaves the policy of a child at home alone", () => {
    const hosted = only(playFrom(back, placed(inScotland)))
    expect(Result.getOrThrow(dueTimes(at(friday), policyAsPlaced(hosted))).workingDaysDueAt).toBe(
      Option.getOrThrow(clocksOf(hosted, calendars)).workingDayClock.dueAt
    )
    expect(nationOf(hosted)).toBe("scotland")
    expect(policyAsPlaced(only(back))).toBe(only(back).policy)
  })

  it("leaves the 72 hours and our own office's reminders as they were", () => {
    const hosted = playFrom(back, placed(inScotland))
    const elapsedClock = (state: ChildState) => Option.getOrThrow(clocksOf(only(state), calendars)).elapsedClock
    expect(elapsedClock(hosted)).toEqual(elapsedClock(back))
    expect(remindersOf(hosted, at(friday + 1), calendars)).toEqual(remindersOf(back, at(friday + 1), calendars))
  })

  it("follows the child when they are placed in our area again", () => {
    expect(dueDay(playFrom(back, placed(inScotland), placed(own)))).toBe("2026-12-02")
  })
})

describe("the trigger for a child placed out of area", () => {
  const fired = (state: ChildState, facts: object) =>
    triggersFired(state, { now: MUCH_LATER, calendars, facts: { caseStatus: "looked-after", ...facts } }).some(
      ({ predicate }) => predicate === "out-of-area"
    )
  const state = play(notify(missing(), undefined, rotherham))

  it("goes by what was recorded of the episode, and else by the profile", () => {
    expect(fired(state, {})).toBe(false)
    expect(fired(state, { placedOutOfArea: true })).toBe(true)
    expect(fired(playFrom(state, placed(inScotland)), {})).toBe(true)
    expect(fired(playFrom(state, placed(own)), { placedOutOfArea: true })).toBe(false)
  })

  it("wants to know nothing more once the placement is recorded", () => {
    const needs = (child: ChildState) =>
      triggersNotKnown(child, { now: MUCH_LATER, calendars, facts: { caseStatus: "looked-after" } }).map(
        (one) => one.needs
      )
    expect(needs(state)).toContain("where the child is placed")
    expect(needs(playFrom(state, placed(own)))).not.toContain("where the child is placed")
  })
})
