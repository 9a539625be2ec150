/** A person says what came of a report that could not be taken. */
import { PersonId } from "@safe-return/domain/pathway"
import { type Incident, Incidents } from "@safe-return/outreach"
import type { ModalView } from "@slack/types"
import { Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { answerIncident } from "../../src/forms/answerIncident/answerIncident.ts"
import { answerIncidentButton } from "../../src/forms/answerIncident/answerIncidentView.ts"
import type { HandlerServices } from "../../src/handlers/Handler.ts"

const person = PersonId.make("U0MASH")
const refused: Incident = {
  kind: "report-refused",
  place: "police 2026-12-07T12:30:00.000Z",
  what: "1 report could not be taken.",
  remedy: "Ask the sender.",
  duty: { sentence: "A report could not be taken: ring the police.", untilAnswered: true }
}

const run = <A, E>(life: Effect.Effect<A, E, HandlerServices>) =>
  Effect.runPromise(
    // Nothing else is asked by these handlers.
    (life as Effect.Effect<A, E, Incidents>).pipe(Effect.provide(Layer.merge(Incidents.layer, TestClock.layer())))
  )

const press = Effect.gen(function* () {
  const opened: Array<ModalView> = []
  const { value } = answerIncidentButton(refused)
  const openForm = (view: ModalView) => Effect.sync(() => void opened.push(view))
  yield* answerIncident.buttons?.["answer-incident"]?.handle({ person, value, openForm }) ?? Effect.void
  return opened[0]
})

const submit = (metadata: string, answer?: string) => {
  const values = answer === undefined ? {} : { answer: { value: { selected_option: { value: answer } } } }
  return answerIncident.submissions?.["answer-incident"]?.handle({ person, metadata, values }) ?? Effect.die("no form")
}

it("a report that could not be taken is over once a person says what came of it, by their name", async () => {
  const seen = await run(
    Effect.gen(function* () {
      const incidents = yield* Incidents
      yield* incidents.raise(refused)
      const view = yield* press
      const metadata = view?.private_metadata ?? ""
      const empty = yield* Effect.flip(submit(metadata))
      const stillOpen = (yield* incidents.open).length
      const closed = yield* submit(metadata, "nobody-missing")
      const twice = yield* submit(metadata, "recorded")
      return { words: JSON.stringify(view), empty, stillOpen, closed, twice, ended: yield* incidents.ended }
    })
  )
  expect(seen.words).toContain("A report could not be taken: ring the police.")
  expect(seen.empty._tag).toBe("InvalidSubmission")
  expect(seen.stillOpen).toBe(1)
  expect(Option.isNone(seen.closed)).toBe(true)
  expect(JSON.stringify(seen.twice)).toContain("answered already")
  expect(seen.ended).toMatchObject([{ answeredBy: person, outcome: expect.stringContaining("no child is missing") }])
})

it("a press on what was answered already says so, and opens no question", async () => {
  const view = await run(press)
  expect(JSON.stringify(view)).toContain("This has been answered already")
  expect(JSON.stringify(view)).not.toContain("radio_buttons")
})
