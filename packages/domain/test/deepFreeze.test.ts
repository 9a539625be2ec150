import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import { calendars, utc } from "../src/calendar/index.ts"
import { clocksOf } from "../src/deadlines/index.ts"
import { deepFreeze } from "../src/deepFreeze.ts"
import { decide, emptyChildState, fold, PersonId, record } from "../src/pathway/index.ts"
import { checkPolicy, packs, rotherham } from "../src/policy/index.ts"
import { at, missing, notify, recordReturned } from "./pathway/madeUpChild.ts"

/** The paths at which something inside can still be changed. */
const openIn = (value: unknown, path = "it"): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => openIn(part, `${path}.${key}`))
  return Object.isFrozen(value) ? inside : [path, ...inside]
}

describe("what the library holds for everybody", () => {
  it.each(Object.entries({ packs, emptyChildState, calendars }))("cannot be changed: %s", (_, shared) => {
    expect(openIn(shared)).toEqual([])
  })

  it("has calendars whose bank holidays cannot be taken out, one by one or all together", () => {
    for (const calendar of Object.values(calendars)) {
      expect("set" in calendar.holidays || "delete" in calendar.holidays || "clear" in calendar.holidays).toBe(false)
      expect([...calendar.holidays.values()].flatMap((holiday) => openIn(holiday))).toEqual([])
    }
  })

  it("gives a checked policy that cannot be changed", () => {
    expect(openIn(Result.getOrThrow(checkPolicy(structuredClone(rotherham))).policy)).toEqual([])
  })
})

describe("the policy of an episode", () => {
  it("stays as it was when its owner changes theirs", () => {
    const policy = structuredClone(rotherham)
    const opened = decide(emptyChildState, { ...notify(missing()), policy }, { now: at(1) })
    const by = PersonId.make("made-up-recorder")
    const { state, recorded } = record(emptyChildState, Result.getOrThrow(opened), { at: at(1), by })
    const back = (before: typeof state) =>
      record(before, Result.getOrThrow(decide(before, recordReturned(at(20)), { now: at(21) })), { at: at(21), by })
        .state
    const due = () =>
      [state, fold(recorded)].map((before) =>
        Option.map(
          clocksOf(back(before).episodes[0] ?? expect.fail(), calendars),
          ({ elapsedClock }) => elapsedClock.dueAt
        )
      )
    const before = due()
    Object.assign(policy.interview.hours, { value: 1 })
    expect(due()).toEqual(before)
    expect(before).toContainEqual(Option.some(at(92)))
  })

  it("is the very object where nobody can change that anyway", () => {
    expect(deepFreeze(rotherham)).toBe(rotherham)
    const opened = Result.getOrThrow(decide(emptyChildState, notify(missing()), { now: utc(2030, 1, 1) }))
    expect(opened.find((event) => event._tag === "EpisodeOpened")?.policy).toBe(rotherham)
  })
})
