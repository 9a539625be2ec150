import { calendars, civilDay, londonTimeOn, utc } from "@safe-return/domain/calendar"
import { type Availability, emptyRota, foldRota } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham, usualMessageTimes } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { dutiesOfAbsent, type RotaFacts, rotaGaps, tellOfRotaGaps } from "../../src/owed/rotaGaps.ts"

const duty = PersonId.make("U0DUTY")
/** Friday 20 November 2026, 09:00 in London. */
const now = utc(2026, 11, 20, 9)
const friday = londonTimeOn(civilDay(2026, 11, 20), 17 * 60)
const saturday = londonTimeOn(civilDay(2026, 11, 21), 9 * 60)
const wednesday = londonTimeOn(civilDay(2026, 11, 25), 9 * 60)

const rotaUntil = (until: typeof now) =>
  foldRota([
    {
      recordedAt: now,
      recordedBy: PersonId.make("U0MANAGER"),
      event: { _tag: "DutyGiven", dutyId: "duty-1", person: duty, from: friday, until }
    }
  ])

const facts = (more: Partial<RotaFacts> = {}): RotaFacts => ({
  rota: rotaUntil(wednesday),
  availability: new Map(),
  named: [duty],
  policy: rotherham,
  calendar: calendars["england-and-wales"],
  now,
  ...more
})

const onLeave: ReadonlyMap<PersonId, Availability> = new Map([
  [duty, { away: [{ from: civilDay(2026, 11, 20), for: "leave" }] }]
])

it("a gap is known days before it comes, and no rota has none", () => {
  expect(rotaGaps(facts())).toEqual([])
  expect(rotaGaps(facts({ rota: rotaUntil(saturday) }))[0]?.from).toBe(saturday)
  expect(rotaGaps(facts({ rota: emptyRota }))).toEqual([])
})

it("a gap is known as many days before it comes as the policy says", () => {
  const rotaDays = { value: 6, source: "made up", verified: false }
  const policy = { ...rotherham, messageTimes: { ...usualMessageTimes, rotaDays } }
  expect(rotaGaps(facts({ policy }))[0]?.from).toBe(londonTimeOn(civilDay(2026, 11, 25), 17 * 60))
})

it("a duty of a person who is away with no cover, or holds the role no more, is a gap", () => {
  for (const more of [{ availability: onLeave }, { named: [] }]) {
    expect(rotaGaps(facts(more))[0]?.from).toBe(friday)
    expect(dutiesOfAbsent(facts(more)).map(({ person }) => person)).toEqual([duty])
  }
  expect(dutiesOfAbsent(facts())).toEqual([])
})

it("a gap is an incident that says when, and is over once a person has the duty", () =>
  Effect.gen(function* () {
    const { open } = yield* Incidents
    yield* tellOfRotaGaps(facts({ availability: onLeave }))
    const [incident] = yield* open
    expect(incident?.what).toContain("From Fri 20 Nov, 17:00 to Mon 23 Nov, 09:00 nobody is on the rota")
    expect(incident?.duty?.sentence).toContain("A person on it is away then and nobody covers")
    yield* tellOfRotaGaps(facts())
    expect(yield* open).toEqual([])
  }).pipe(Effect.provide(Incidents.layer), Effect.runPromise))
