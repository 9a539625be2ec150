import { describe, expect, it } from "vitest"
import { calendars, civilDay, utc } from "../../../src/calendar/index.ts"
import { triggersNotKnown } from "../../../src/risk/index.ts"
import { at, episode, evidence, fired, number, policyOf, record } from "../madeUpRecord.ts"

const underEleven = policyOf({ rule: "young-first-episode", years: number(11) })
const first = (lastSeen: ReturnType<typeof utc>) => record(underEleven, [episode(1, lastSeen)])
const bornOn = (year: number, month: number, day: number) => ({ facts: { bornOn: civilDay(year, month, day) } })

describe("the first episode of a young child", () => {
  it("fires the day before the birthday, and not on it", () => {
    expect(fired(first(utc(2026, 11, 19)), bornOn(2015, 11, 20))).toMatchObject([
      { because: "First episode on record, of a child under 11.", mayGoToChat: false, metAt: utc(2026, 11, 19, 1) }
    ])
    expect(fired(first(utc(2026, 11, 20)), bornOn(2015, 11, 20))).toEqual([])
    expect(fired(first(utc(2026, 12, 1)), bornOn(2015, 11, 20))).toEqual([])
    expect(fired(first(utc(2026, 10, 30)), bornOn(2015, 11, 20))).toHaveLength(1)
  })

  it("goes by the day in London: in July the birthday begins at 23:00 UTC", () => {
    expect(fired(first(utc(2026, 7, 9, 22, 59)), bornOn(2015, 7, 10))).toHaveLength(1)
    expect(fired(first(utc(2026, 7, 9, 23)), bornOn(2015, 7, 10))).toEqual([])
  })

  it("of a child born on 29 February: a year older from 1 March", () => {
    const leapling = bornOn(2016, 2, 29)
    expect(fired(first(utc(2027, 2, 28)), leapling)).toHaveLength(1)
    expect(fired(first(utc(2027, 3, 1)), leapling)).toEqual([])
  })

  it("is the first by when the child was last seen, and no other", () => {
    const [later, earlier] = [utc(2026, 5, 2), utc(2026, 5, 1)]
    const told = record(underEleven, [episode(1, later), episode(2, earlier)])
    expect(evidence(told, bornOn(2018, 1, 1))).toEqual([[2]])
    const grown = record(underEleven, [episode(1, utc(2016, 5, 1)), episode(2, utc(2026, 5, 1))])
    expect(evidence(grown, bornOn(2000, 1, 1))).toEqual([])
  })

  it("without a date of birth does not fire, and says what it would have to know", () => {
    expect(fired(first(at(0)))).toEqual([])
    expect(triggersNotKnown(first(at(0)), { calendars, now: at(1) })).toEqual([
      { rule: "young-first-episode", title: "First episode of a young child", needs: "the child's date of birth" }
    ])
    expect(triggersNotKnown(first(at(0)), { calendars, now: at(1), ...bornOn(2000, 1, 1) })).toEqual([])
  })

  it("does not believe a date of birth that lies after the episode", () => {
    expect(fired(first(utc(2026, 5, 1)), bornOn(2026, 5, 2))).toEqual([])
    expect(fired(first(utc(2026, 5, 1)), bornOn(2026, 5, 1))).toHaveLength(1)
  })
})
