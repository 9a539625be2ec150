import { People } from "@safe-return/casework"
import { at, interviewer, manager } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import type { Away } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { Availabilities, JournalUnavailable, type PersonAvailability } from "@safe-return/journal"
import { OutsideSlack, Reachability } from "@safe-return/outreach"
import { readRoster } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { madeUpTransport } from "./madeUpTransport.ts"

const cover = PersonId.make("U0COVER")
const tuesday = civilDay(2026, 11, 24)
const wednesday = civilDay(2026, 11, 25)

/** On Tuesday at 10:00, asked of what a test keeps of people. */
const asked = <A>(
  away: ReadonlyArray<readonly [PersonId, ReadonlyArray<Away>]>,
  then: (
    ask: Effect.Success<typeof readRoster>,
    known: Map<PersonId, PersonAvailability>
  ) => Effect.Effect<A, never, Reachability>,
  isReadable = true
) => {
  const known = new Map(
    away.map(([person, periods]) => [person, { person, away: periods, changed: { by: person, at: at(0) } }] as const)
  )
  const unreadable = Effect.fail(new JournalUnavailable({ path: "/srv/availability", reason: "no space" }))
  const services = Layer.mergeAll(
    Layer.mock(People, { holdersOf: (role) => Effect.succeed(role === "team-manager" ? [manager] : []) }),
    Layer.mock(OutsideSlack, {
      carrier: madeUpTransport,
      addresses: (_, way) => (way === "sms" ? ["first", "second"] : [])
    }),
    Layer.mock(Availabilities, { all: isReadable ? Effect.sync(() => new Map(known)) : unreadable }),
    Reachability.layer,
    TestClock.layer()
  )
  return Effect.gen(function* () {
    yield* TestClock.setTime(at(16))
    return yield* then(yield* readRoster, known)
  }).pipe(Effect.provide(services), Effect.runPromise)
}

it("a person who is away today has a cover or nobody, and anybody else acts themselves", async () => {
  const away: Array<readonly [PersonId, ReadonlyArray<Away>]> = [
    [interviewer, [{ from: tuesday, for: "leave", cover }]],
    [manager, [{ from: tuesday, for: "sickness" }]],
    [cover, [{ from: wednesday, for: "leave" }]]
  ]
  const there = await asked(away, (ask) => ask)
  expect(there.acting(interviewer)).toMatchObject({ _tag: "Cover", person: cover })
  expect(there.acting(manager)).toMatchObject({ _tag: "Nobody" })
  expect(there.acting(cover)).toEqual({ _tag: "Themselves" })
  expect(there.holders["team-manager"]).toEqual([manager])
  expect([there.addresses("team-manager", "sms"), there.addresses("team-manager", "email")]).toEqual([2, 0])
})

it("everybody acts themselves while it cannot be read who is away", async () => {
  const there = await asked([[interviewer, [{ from: tuesday, for: "leave" }]]], (ask) => ask, false)
  expect(there.acting(interviewer)).toEqual({ _tag: "Themselves" })
})

it("the answer is the very same until something about a person has changed", async () => {
  const answers = await asked([], (ask, known) =>
    Effect.gen(function* () {
      const { learn } = yield* Reachability
      const first = yield* ask
      const same = yield* ask
      yield* learn(manager, "deactivated")
      const left = yield* ask
      known.set(interviewer, {
        person: interviewer,
        away: [{ from: tuesday, for: "leave" }],
        changed: { by: manager, at: at(15) }
      })
      return { first, same, left, away: yield* ask }
    })
  )
  expect(answers.same).toBe(answers.first)
  expect([answers.first.canBeTold(manager), answers.left.canBeTold(manager)]).toEqual([true, false])
  expect(answers.left.acting(interviewer)).toEqual({ _tag: "Themselves" })
  expect(answers.away.acting(interviewer)).toMatchObject({ _tag: "Nobody" })
})
