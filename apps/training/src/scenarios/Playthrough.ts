/** One scenario being played in one workspace: how far it has come and what each step showed. */
import type { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { playForward } from "../clock/playForward.ts"
import type { Training } from "../workspace/Training.ts"
import type { StepOutcome } from "./api.ts"
import { CannotDo } from "./CannotDo.ts"
import { type Before, checkExpectation, type StepContext, standing } from "./checkExpectation.ts"
import { perform } from "./perform.ts"
import type { Scenario, Step } from "./Scenario.ts"
import { PATIENCE_MS, untilSeen } from "./untilSeen.ts"
import { momentOf } from "./when.ts"

export interface Playthrough {
  readonly scenario: Scenario
  readonly outcomes: ReadonlyArray<StepOutcome>
  /** The time of the step before, from which the next is counted. */
  readonly time: Instant
  /** How things stood before the current step. */
  readonly before: Before
}

export const begin = Effect.fn("Playthrough.begin")(function* (training: Training, scenario: Scenario) {
  const played: Playthrough = {
    scenario,
    outcomes: [],
    time: training.clock.now(),
    before: yield* standing(training, scenario.steps[0].who)
  }
  return played
})

const sweep = ({ bot, clock }: Training) => Effect.provideService(bot.sweep, Clock.Clock, clock.clock)

/** Looks until everything is there; then lets the bot finish, so that what must not be there has had its chance. */
const lookForAll = Effect.fnUntraced(function* (
  training: Training,
  { sees }: Step,
  context: StepContext,
  patience: number
) {
  const all = Effect.forEach(sees, (each) => checkExpectation(training, each, context))
  yield* sweep(training)
  const looked = yield* untilSeen(all, (each) => each.every(({ ok }) => ok), patience)
  if (!looked.every(({ ok }) => ok)) return looked
  yield* sweep(training)
  return yield* all
})

const moveTo = Effect.fnUntraced(function* ({ clock, bot, homes }: Training, moment: Instant) {
  if (moment <= clock.now()) return
  yield* playForward(clock, bot, moment).pipe(
    Effect.provideService(Clock.Clock, clock.clock),
    Effect.catchTag("ClockUnreadable", (failed) => new CannotDo({ reason: failed.message })),
    Effect.catchTag("ClockGoesForward", (failed) => new CannotDo({ reason: failed.message }))
  )
  homes.somethingHappened()
})

/** When a step takes place. */
export const timeOf = ({ at }: Step, from: Instant): Instant =>
  at === undefined ? from : Option.getOrElse(momentOf(at, from), () => from)

const nextOf = ({ scenario, outcomes }: Playthrough): Step | undefined => scenario.steps[outcomes.length]

const after = Effect.fnUntraced(function* (training: Training, played: Playthrough, step: Step, outcome: StepOutcome) {
  const outcomes = [...played.outcomes, outcome]
  const next: Playthrough = {
    ...played,
    outcomes,
    time: timeOf(step, played.time),
    before: yield* standing(training, (played.scenario.steps[outcomes.length] ?? step).who)
  }
  return next
})

const looking = Effect.fnUntraced(function* (
  training: Training,
  step: Step,
  context: Omit<StepContext, "who">,
  patience = PATIENCE_MS
) {
  const looked = yield* lookForAll(training, step, { ...context, who: step.who }, patience)
  const outcome: StepOutcome = { ok: looked.every(({ ok }) => ok), looked }
  return outcome
})

/** Plays the next step; a step that fails is told as such, and the next can still be played. */
export const playStep = Effect.fn("Playthrough.playStep")(function* (training: Training, played: Playthrough) {
  const step = nextOf(played)
  if (step === undefined) return played
  const { does } = step
  const outcome = yield* Effect.gen(function* () {
    yield* moveTo(training, timeOf(step, played.time))
    yield* training.recording.add(training.clock.now(), step.who, does, step)
    const performed = does === undefined ? {} : yield* perform(training, step.who, does)
    return yield* looking(training, step, { before: played.before, ...performed })
  }).pipe(Effect.catch((failed) => Effect.succeed<StepOutcome>({ ok: false, problem: failed.message, looked: [] })))
  return yield* after(training, played, step, outcome)
})

/** The step was done by hand: it counts once what it must show is there. */
export const checkStep = Effect.fn("Playthrough.checkStep")(function* (
  training: Training,
  played: Playthrough,
  patience: number
) {
  const step = nextOf(played)
  if (step === undefined) return played
  // Only the sender of the notification saw what the intake answered.
  const sees = step.sees.filter((each) => !("intake" in each))
  const outcome = yield* looking(training, { ...step, sees }, { before: played.before }, patience)
  if (!outcome.ok)
    return yield* new CannotDo({
      reason: outcome.looked
        .filter(({ ok }) => !ok)
        .map(({ sentence }) => sentence)
        .join(" ")
    })
  return yield* after(training, played, step, outcome)
})
