/** The education strand in the training workspace, as the education officer lives it when the clock is moved. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addHours } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { expect, test, vi } from "vitest"
import { playForward } from "../../src/clock/playForward.ts"
import type { PersonaKey } from "../../src/scenarios/cast.ts"
import { directTo, homeOf, messagesIn, wordsOn } from "../../src/scenarios/personaView.ts"
import { untilSeen } from "../../src/scenarios/untilSeen.ts"
import { people } from "../../src/workspace/personas.ts"
import { educationChannel } from "../../src/workspace/place.ts"
import { openTraining, usualOpening } from "../../src/workspace/Training.ts"

vi.setConfig({ testTimeout: 240_000 })

const empty = { at: usualOpening.at, caseload: "empty" } as const

test("Home, /cme, the card and the morning's message work for the education team alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-education-"))
  const lived = Effect.gen(function* () {
    const training = yield* openTraining(join(folder, "training"), empty)
    const { bot, clock, workspace } = training
    const onItsClock = <A, E>(act: Effect.Effect<A, E>) => Effect.provideService(act, Clock.Clock, clock.clock)
    const officer = workspace.person(people.educationOfficer.id)
    const typed = (text: string) => Effect.promise(() => officer.command(educationChannel.id, "/cme", text))
    const channelSays = Effect.map(messagesIn(training, educationChannel.name), wordsOn)
    const homeSeen = (key: PersonaKey) => untilSeen(homeOf(training, key), (view) => wordsOn(view) !== "")
    const read = Effect.gen(function* () {
      yield* typed("refer EDU-20117")
      yield* Effect.promise(() => officer.submit({ referredOn: "2026-11-13" }))
      yield* onItsClock(bot.sweep)
      const card = yield* channelSays
      // Past the days after which people are reminded.
      yield* onItsClock(playForward(clock, bot, addHours(clock.now(), 2 * 24)))
      const home = wordsOn(yield* homeSeen("educationOfficer"))
      const mornings = wordsOn(yield* directTo(training, "educationOfficer"))
      yield* typed("why EDU-20117")
      const why = wordsOn(officer.ephemerals.at(-1))
      const others = wordsOn(yield* directTo(training, "coordinator")) + wordsOn(yield* homeSeen("coordinator"))
      return { card, home, mornings, why, others, later: yield* channelSays }
    })
    return yield* clock.standingStill(read)
  })
  const said = await lived.pipe(Effect.scoped, Effect.runPromise)
  rmSync(folder, { recursive: true, force: true })
  expect(said.card).toContain("EDU-20117")
  expect(said.home).toContain("1 open, 1 of them with something due.")
  expect(said.mornings).toContain("EDU-20117")
  expect(said.why).toContain("Missing education since: not recorded")
  expect(said.later).toContain("Waits for")
  expect(said.others).not.toContain("EDU-")
})
