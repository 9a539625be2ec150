/** What was done in a workspace since it was opened, kept as the steps of a scenario. */

import { readFile } from "node:fs/promises"
import { Instant, MILLISECONDS_A_MINUTE } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { Effect, Option, Result, Schema } from "effect"
import type { Opening } from "../workspace/openingCaseload.ts"
import { replaceFile } from "../workspace/replaceFile.ts"
import type { PersonaKey } from "./cast.ts"
import { byHand } from "./inWords.ts"
import { NotAScenario, scenarioFrom } from "./parseScenario.ts"
import { type Does, FORMAT, Scenario, Step, VERSION } from "./Scenario.ts"
import { writtenTime } from "./when.ts"

/** Scenarios tell time by the minute. */
const minuteOf = (moment: Instant): Instant =>
  Instant(Math.floor(moment / MILLISECONDS_A_MINUTE) * MILLISECONDS_A_MINUTE)

/** Unlike a scenario it may hold no step yet. */
const Kept = Schema.fromJsonString(
  Schema.Struct({
    opensAt: Scenario.fields.opensAt,
    caseload: Scenario.fields.caseload,
    /** The minute of the last step, in milliseconds since 1970. */
    last: Schema.Int,
    steps: Schema.Array(Step)
  })
)
type Kept = typeof Kept.Type

const readKept = (path: string): Effect.Effect<Kept | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => "")).pipe(
    Effect.flatMap((text) => Effect.option(Schema.decodeEffect(Kept)(text))),
    Effect.map(Option.getOrUndefined)
  )

const began = ({ at, caseload }: Opening): Kept => ({
  opensAt: writtenTime(at),
  caseload,
  last: minuteOf(at),
  steps: []
})

export interface Recording {
  /** A person did something, or time was moved; `told` where it was a step of a scenario. */
  readonly add: (
    now: Instant,
    who: PersonaKey,
    does: Does | undefined,
    told?: Pick<Step, "tell" | "sees">
  ) => Effect.Effect<void>
  /** As a scenario, checked like one from a file: only made-up children can be in it. */
  readonly scenario: () => Result.Result<Scenario, NotAScenario>
}

/** Kept in a file, so that it goes on after a restart; a workspace without the file is not recorded from its beginning. */
export const openRecording = Effect.fnUntraced(function* (path: string, opening: Opening, isNew: boolean) {
  const found = isNew ? began(opening) : yield* readKept(path)
  let kept = found ?? began(opening)
  let writing = Promise.resolve()

  /** One after another, so that the last one written is the latest. */
  const save = Effect.promise(() => {
    const text = `${JSON.stringify(kept)}\n`
    writing = writing.then(() => replaceFile(path, text))
    return writing
  })

  const recording: Recording = {
    add: (now, who, does, told) =>
      Effect.suspend(() => {
        const minute = minuteOf(now)
        if (does === undefined && told === undefined && minute === kept.last) return Effect.void
        const at = minute > kept.last ? { at: writtenTime(minute) } : {}
        const step = { ...at, who, ...definedFields({ does }), sees: told?.sees ?? [] }
        const tell = told?.tell ?? byHand({ ...step, tell: "" })
        kept = { ...kept, last: minute, steps: [...kept.steps, { ...step, tell }] }
        return found === undefined ? Effect.void : save
      }),
    scenario: () => {
      if (found === undefined) {
        return Result.fail(
          new NotAScenario({ faults: ["What was done here before is not recorded. Reset the workspace first"] })
        )
      }
      const { opensAt, caseload, steps } = kept
      if (steps.length === 0) return Result.fail(new NotAScenario({ faults: ["Nothing was done here yet"] }))
      return scenarioFrom({
        format: FORMAT,
        version: VERSION,
        id: "what-was-done",
        title: "What was done in a training workspace",
        why: "Recorded in training. Say here what it shows, and add to each step what must be seen after it.",
        opensAt,
        caseload,
        steps
      })
    }
  }
  if (isNew) yield* save
  return recording
})
