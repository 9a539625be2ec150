/** What is owed to the team, with accounts and absences that the test keeps. */

import { at, interviewer, worker } from "@safe-return/casework/testing"
import { addDays, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { Away } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { Availabilities, DutyRotas, type PersonAvailability } from "@safe-return/journal"
import { Accounts, Incidents, Outreach, outreachLayer, TeamOutreach, teamOutreachLayer } from "@safe-return/outreach"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { outreachWorld, roles } from "./outreachWorld.ts"

const START = at(0)
const duty = PersonId.make(String(roles["out-of-hours-duty"]))

/** Brings everything up to date at the start and after each of these numbers of days, and looks at what is kept then. */
const lookAfter = async <A>(days: ReadonlyArray<number>, look: (world: World) => A, away?: Away, until = Infinity) => {
  const world = outreachWorld(START)
  const known = new Map<PersonId, PersonAvailability>()
  const reads = { availabilities: 0, rota: 0 }
  if (away !== undefined) {
    known.set(interviewer, { person: interviewer, away: [away], changed: { by: interviewer, at: START } })
  }
  const services = Layer.mergeAll(
    Layer.mock(Accounts, { whyNoMember: (person) => Effect.succeed(person === duty ? "deactivated" : undefined) }),
    Layer.mock(Availabilities, {
      all: Effect.sync(() => {
        reads.availabilities += 1
        return new Map(known)
      }),
      letGo: (to) =>
        Effect.sync(() => {
          for (const [person, one] of known) known.set(person, { ...one, ...to(one) })
          return []
        })
    }),
    Layer.mock(DutyRotas, {
      changes: Effect.sync(() => {
        reads.rota += 1
        return []
      })
    }),
    Incidents.layer
  )
  const readsADay: Array<typeof reads> = []
  const looks = await Effect.gen(function* () {
    const news = yield* TeamOutreach
    const outreach = yield* Outreach
    const seen: Array<A> = []
    for (const day of [0, ...days]) {
      yield* TestClock.setTime(START + day * 86_400_000)
      const before = { ...reads }
      if (day >= until)
        known.set(interviewer, { person: interviewer, away: [], changed: { by: interviewer, at: START } })
      yield* news.bringUpToDate
      readsADay.push({ availabilities: reads.availabilities - before.availabilities, rota: reads.rota - before.rota })
      yield* outreach.flush
      seen.push(look(world))
    }
    return seen
  }).pipe(
    Effect.provide(
      teamOutreachLayer.pipe(
        Layer.provideMerge(outreachLayer()),
        Layer.provide(services),
        Layer.provide(world.services)
      )
    ),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
  return { looks, away: known.get(interviewer)?.away, readsADay }
}
type World = ReturnType<typeof outreachWorld>

it("that a person cannot be told is said once, and stays on record for as long as it stands", async () => {
  const daysAgo = ({ posted, keptOf }: World) => {
    const sent = [...keptOf("team").values()].flatMap((one) => (one._tag === "Sent" ? [one.sentAt] : []))
    return [posted.length, ...new Set(sent.map((sentAt: Instant) => (sentAt - START) / 86_400_000))]
  }
  const { looks } = await lookAfter([3, 4, 6], daysAgo)
  expect(looks).toEqual([
    [2, 0],
    [2, 0],
    [2, 4],
    [2, 4]
  ])
})

it("why a person was away is let go once they are back, and kept while they are away", async () => {
  const today = londonDayOf(START)
  const sick = (to: number): Away => ({ from: addDays(today, -3), to: addDays(today, to), for: "sickness" })
  const nothing = () => undefined
  expect((await lookAfter([], nothing, sick(0))).away).toEqual([sick(0)])
  expect((await lookAfter([], nothing, sick(-1))).away).toEqual([{ ...sick(-1), for: "other" }])
})

it("who is away, and the rota, are read once in a turn that finds nothing to send", async () => {
  const { readsADay } = await lookAfter([1, 2], () => undefined)
  expect(readsADay.slice(1)).toEqual([
    { availabilities: 1, rota: 1 },
    { availabilities: 1, rota: 1 }
  ])
})

it("a cover reads that it is over where the time away is taken back on its first day", async () => {
  const today = londonDayOf(START)
  const away: Away = { from: today, to: addDays(today, 3), for: "leave", cover: worker }
  const ofCover = ({ keptOf }: World) =>
    [...keptOf("team").values()].flatMap((one) =>
      one._tag === "Sent" && one.key.startsWith("cover:") ? [one.fingerprint] : []
    )
  const { looks } = await lookAfter([0.1, 0.2], ofCover, away, 0.2)
  const [first, same, takenBack] = looks
  expect(first).toHaveLength(1)
  expect(same).toEqual(first)
  expect(takenBack).not.toEqual(first)
})
