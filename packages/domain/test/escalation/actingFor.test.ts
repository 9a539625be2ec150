import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDay, civilDay, startOfLondonDay, utc } from "../../src/calendar/index.ts"
import { type Availability, type Away, actingFor, awayBetween, hoursOn } from "../../src/escalation/index.ts"
import { PersonId } from "../../src/pathway/index.ts"

const [ada, ben, cem] = ["made-up-ada", "made-up-ben", "made-up-cem"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const day = civilDay(2026, 12, 1)
const noon = utc(2026, 12, 1, 12)

const away = (from: CivilDay, to: CivilDay | undefined, cover?: PersonId): Away => ({
  from,
  ...(to === undefined ? {} : { to }),
  for: "leave",
  ...(cover === undefined ? {} : { cover })
})

const known =
  (periods: Readonly<Record<string, ReadonlyArray<Away>>>) =>
  (person: PersonId): Availability | undefined =>
    periods[person] === undefined ? undefined : { away: periods[person] }

describe("who acts for someone", () => {
  it("is they themselves when nothing is known, and on the days before and after", () => {
    expect(actingFor(ada, noon, known({}))).toEqual({ _tag: "Themselves" })
    const before = known({
      [ada]: [away(addDays(day, -5), addDays(day, -1), ben), away(addDays(day, 1), undefined, ben)]
    })
    expect(actingFor(ada, noon, before)).toEqual({ _tag: "Themselves" })
  })

  it("is their cover on the first day away and on the last, by London days", () => {
    const period = away(day, addDays(day, 2), ben)
    for (const when of [startOfLondonDay(day), noon, startOfLondonDay(addDays(day, 3)) - 1]) {
      expect(actingFor(ada, when as never, known({ [ada]: [period] }))).toEqual({
        _tag: "Cover",
        person: ben,
        away: period
      })
    }
  })

  it("goes on to the cover's cover, or to nobody where there is none or a circle", () => {
    const hers = away(day, undefined, ben)
    expect(actingFor(ada, noon, known({ [ada]: [hers], [ben]: [away(day, day, cem)] }))).toEqual({
      _tag: "Cover",
      person: cem,
      away: hers
    })
    expect(actingFor(ada, noon, known({ [ada]: [hers], [ben]: [away(day, day)] }))._tag).toBe("Nobody")
    expect(actingFor(ada, noon, known({ [ada]: [hers], [ben]: [away(day, day, ada)] }))._tag).toBe("Nobody")
    expect(actingFor(ada, noon, known({ [ada]: [away(day, day)] }))._tag).toBe("Nobody")
  })

  it("is the cover of the period that began last, where two meet", () => {
    const periods = [away(addDays(day, -1), addDays(day, 9), ben), away(day, day, cem)]
    expect(actingFor(ada, noon, known({ [ada]: periods }))).toMatchObject({ person: cem })
    expect(actingFor(ada, noon, known({ [ada]: periods.toReversed() }))).toMatchObject({ person: cem })
  })

  it("is never someone who is away themselves", () => {
    const people = [ada, ben, cem]
    const periods = fc.array(
      fc.record({
        from: fc.integer({ min: -3, max: 3 }),
        length: fc.option(fc.nat(4), { nil: undefined }),
        cover: fc.option(fc.constantFrom(...people), { nil: undefined })
      }),
      { maxLength: 3 }
    )
    fc.assert(
      fc.property(fc.tuple(periods, periods, periods), (all) => {
        const facts = known(
          Object.fromEntries(
            all.map((some, index) => [
              people[index] ?? ada,
              some.map(({ from, length, cover }) =>
                away(addDays(day, from), length === undefined ? undefined : addDays(day, from + length), cover)
              )
            ])
          )
        )
        const acting = actingFor(ada, noon, facts)
        if (acting._tag === "Cover") expect(actingFor(acting.person, noon, facts)).toEqual({ _tag: "Themselves" })
        if (acting._tag === "Cover") expect(acting.person).not.toBe(ada)
      })
    )
  })
})

describe("when someone works", () => {
  it("the periods away between two moments are those with a day between them, in order", () => {
    const periods = [away(addDays(day, 4), undefined), away(day, day), away(addDays(day, -4), addDays(day, -1))]
    const between = (first: number, last: number) =>
      awayBetween({ away: periods }, startOfLondonDay(addDays(day, first)), startOfLondonDay(addDays(day, last))).map(
        ({ from }) => from - day
      )
    expect(between(-1, 0)).toEqual([-4, 0])
    expect(between(1, 3)).toEqual([])
    expect(between(1, 4)).toEqual([4])
    expect(between(9, 12)).toEqual([4])
  })

  it("the hours are those of the weekday, and of nobody whose pattern is not known", () => {
    const tuesday = { opens: "10:00", closes: "14:00" }
    expect(hoursOn({ away: [], pattern: { tuesday } }, day)).toEqual(tuesday)
    expect(hoursOn({ away: [], pattern: { tuesday } }, addDays(day, 1))).toBeUndefined()
    const sunday = { opens: "08:00", closes: "12:00" }
    expect(hoursOn({ away: [], pattern: { sunday } }, addDays(day, 5))).toEqual(sunday)
    expect(hoursOn({ away: [] }, day)).toBeUndefined()
  })
})
