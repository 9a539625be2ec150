/** `/api/scenarios` and what is below it: choosing, opening, playing and sharing scenarios. */
import { Effect, Option, Schema } from "effect"
import type { OpenScenario, ScenarioFile, Scenarios } from "../../scenarios/api.ts"
import { library } from "../../scenarios/library.ts"
import { formatScenario, parseScenario } from "../../scenarios/parseScenario.ts"
import type { Scenario } from "../../scenarios/Scenario.ts"
import { ScenarioPlayer } from "../../scenarios/ScenarioPlayer.ts"
import { playedScenario, summaryOf } from "../../scenarios/shown.ts"
import { done, Refused } from "../Refused.ts"
import type { Requester } from "../Requester.ts"

export const OpenBody = Schema.Union([Schema.Struct({ id: Schema.String }), Schema.Struct({ text: Schema.String })])
export const PlayBody = Schema.Struct({ until: Schema.Literals(["next step", "end"]) })

const chosen = Effect.fnUntraced(function* (asked: OpenScenario) {
  if ("text" in asked) {
    return yield* Effect.fromResult(parseScenario(asked.text)).pipe(
      Effect.mapError((failed) => new Refused({ status: 400, message: failed.message }))
    )
  }
  const scenario = (yield* library).find(({ id }) => id === asked.id)
  return scenario ?? (yield* new Refused({ status: 404, message: "There is no scenario of that id here." }))
})

const fileOf = (scenario: Scenario): ScenarioFile => ({
  name: `${scenario.id}.scenario.json`,
  text: formatScenario(scenario)
})

export const readScenarios = Effect.gen(function* () {
  const player = yield* ScenarioPlayer
  const played = Option.getOrUndefined(yield* player.played)
  const scenarios: Scenarios = {
    available: (yield* library).map(summaryOf),
    ...(played === undefined ? {} : { played: playedScenario(played) })
  }
  return scenarios
})

export const readScenarioFile = Effect.fnUntraced(function* (id: string) {
  return fileOf(yield* chosen({ id }))
})

/** What was done in this workspace since it was opened. */
export const readRecording = Effect.fnUntraced(function* ({ training }: Requester) {
  const recorded = yield* Effect.fromResult(training.recording.scenario()).pipe(
    Effect.mapError((failed) => new Refused({ status: 409, message: failed.message }))
  )
  return fileOf(recorded)
})

export const openScenario = Effect.fnUntraced(function* (asked: OpenScenario) {
  const player = yield* ScenarioPlayer
  yield* player.open(yield* chosen(asked))
  return done
})

/** Given as an obstacle the person can act on, and not as a fault of the server. */
const inTheWay = <A, E extends { readonly message: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.mapError(effect, ({ message }) => new Refused({ status: 409, message }))

export const playScenario = Effect.fnUntraced(function* ({ until }: typeof PlayBody.Type) {
  const player = yield* ScenarioPlayer
  yield* inTheWay(until === "end" ? player.playAll : player.playNext)
  return done
})

export const checkScenario = Effect.gen(function* () {
  yield* inTheWay((yield* ScenarioPlayer).check)
  return done
})

export const leaveScenario = Effect.gen(function* () {
  yield* (yield* ScenarioPlayer).leave
  return done
})
