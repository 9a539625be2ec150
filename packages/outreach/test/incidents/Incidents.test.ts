import { PersonId } from "@safe-return/domain/pathway"
import { Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { type Incident, Incidents } from "../../src/incidents/Incidents.ts"

const full: Incident = {
  kind: "journal-unwritable",
  what: "Nothing can be recorded: the disk is full.",
  remedy: "Make room on the disk."
}

const run = <A, E>(program: Effect.Effect<A, E, Incidents>) =>
  Effect.runPromise(program.pipe(Effect.provide(Incidents.layer), Effect.provide(TestClock.layer())))

describe("an incident", () => {
  it("is open once however often it is raised, with its newest words", async () => {
    const open = await run(
      Effect.gen(function* () {
        const incidents = yield* Incidents
        yield* incidents.raise(full)
        yield* incidents.raise({ ...full, what: "Nothing can be recorded: 3 reports refused." })
        return yield* incidents.open
      })
    )
    expect(open).toMatchObject([{ what: "Nothing can be recorded: 3 reports refused.", times: 2, since: 0 }])
  })

  it("ends in words, and is another one when it comes again", async () => {
    const [ended, open] = await run(
      Effect.gen(function* () {
        const incidents = yield* Incidents
        yield* incidents.raise(full)
        yield* incidents.end("journal-unwritable", "The journal can be written again.")
        yield* incidents.end("journal-unwritable", "Nothing is open to be ended.")
        yield* incidents.raise(full)
        return [yield* incidents.ended, yield* incidents.open] as const
      })
    )
    expect(ended).toMatchObject([{ id: 1, outcome: "The journal can be written again." }])
    expect(open).toMatchObject([{ id: 2, times: 1 }])
  })

  it("is one for each place", async () => {
    const open = await run(
      Effect.gen(function* () {
        const incidents = yield* Incidents
        yield* incidents.raise({ ...full, kind: "group-unreadable", place: "S01" })
        yield* incidents.raise({ ...full, kind: "group-unreadable", place: "S02" })
        yield* incidents.end("group-unreadable", "It can be read again.", "S01")
        return yield* incidents.open
      })
    )
    expect(open.map(({ place }) => place)).toEqual(["S02"])
  })

  it("is over by itself once it has not been raised for as long as it lasts", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const incidents = yield* Incidents
        const lasting = incidents.raise({ ...full, lasts: Duration.minutes(5) })
        yield* lasting
        yield* TestClock.adjust("4 minutes")
        yield* lasting
        yield* TestClock.adjust("4 minutes")
        const before = yield* incidents.open
        yield* TestClock.adjust("1 minute")
        return { before: before.length, after: (yield* incidents.open).length, ended: (yield* incidents.ended).length }
      })
    )
    expect(seen).toEqual({ before: 1, after: 0, ended: 1 })
  })

  it("stands for days where a child may hang on it, until a person says what came of it", async () => {
    const duty = { sentence: "Ring the police.", untilAnswered: true } as const
    const refused: Incident = { ...full, kind: "report-refused", place: "police", duty, lasts: Duration.minutes(10) }
    const seen = await run(
      Effect.gen(function* () {
        const incidents = yield* Incidents
        yield* incidents.raise(refused)
        yield* TestClock.adjust("3 days")
        const before = (yield* incidents.open).length
        const person = PersonId.make("U0MASH")
        const isOver = yield* incidents.answer(refused, "The police were rung.", person)
        const isOverTwice = yield* incidents.answer(refused, "The police were rung.", person)
        return { before, isOver, isOverTwice, left: yield* incidents.open, ended: yield* incidents.ended }
      })
    )
    expect(seen).toMatchObject({ before: 1, isOver: true, isOverTwice: false, left: [] })
    expect(seen.ended).toMatchObject([{ outcome: "The police were rung.", answeredBy: "U0MASH" }])
  })

  it("is news when it is first raised or says something else, not when it repeats itself", async () => {
    const otherwise = { ...full, remedy: "Ask for a larger disk." }
    const raised = [full, full, otherwise, { ...otherwise, what: "Still full." }]
    const news = await run(
      Effect.gen(function* () {
        const { changed, raise } = yield* Incidents
        return yield* Effect.forEach(raised, (incident) =>
          Effect.gen(function* () {
            yield* raise(incident)
            const waiting = yield* Effect.forkChild(changed)
            yield* Effect.yieldNow
            yield* Effect.yieldNow
            const isNews = waiting.pollUnsafe() !== undefined
            yield* Fiber.interrupt(waiting)
            return isNews
          })
        )
      })
    )
    expect(news).toEqual([true, false, true, true])
  })
})
