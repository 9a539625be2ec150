/** Plays one scenario at a time in the running training workspace. */
import { Instant } from "@safe-return/domain/calendar"
import { Context, Effect, Fiber, FiberHandle, Layer, Option, Schema, Semaphore } from "effect"
import type { Training, TrainingProblem } from "../workspace/Training.ts"
import { type BeingReset, TrainingHost } from "../workspace/TrainingHost.ts"
import type { CannotDo } from "./CannotDo.ts"
import type { PersonaKey } from "./cast.ts"
import { begin, checkStep, type Playthrough, playStep } from "./Playthrough.ts"
import type { Does, Scenario } from "./Scenario.ts"
import { PATIENCE_MS } from "./untilSeen.ts"
import { momentOf } from "./when.ts"

/** There is nothing to go on with. */
class NothingPlayed extends Schema.TaggedError<NothingPlayed>()("NothingPlayed", {}) {
  override get message() {
    return "No scenario is being played. Choose one and open it first."
  }
}

export class ScenarioPlayer extends Context.Service<
  ScenarioPlayer,
  {
    readonly played: Effect.Effect<Option.Option<Playthrough>>
    /** Wipes the workspace and opens it as the scenario begins. The clock stands still until it is left. */
    readonly open: (scenario: Scenario) => Effect.Effect<void, TrainingProblem | BeingReset>
    readonly playNext: Effect.Effect<void, NothingPlayed | BeingReset>
    /** Up to the end, or to the first step that fails. */
    readonly playAll: Effect.Effect<void, NothingPlayed | BeingReset>
    /** Goes on to the next step if this one's expectations are met by what was done by hand. */
    readonly check: Effect.Effect<void, NothingPlayed | BeingReset | CannotDo>
    /** After a deed by hand: if it is what this step asks for, it is checked while they go on. */
    readonly noticed: (who: PersonaKey, does: Does | undefined) => Effect.Effect<void>
    /** The workspace stays as it is, its clock goes on, and Slack is up again. */
    readonly leave: Effect.Effect<void>
  }
>()("@safe-return/training/ScenarioPlayer") {
  static readonly layer = Layer.effect(
    this,
    Effect.suspend(() => make)
  )
}

/** A person who says they did it waits for the answer; by then what they did has mostly been told. */
const DONE_ALREADY_MS = 2_000

interface Session {
  readonly training: Training
  readonly clockStopped: Fiber.Fiber<never>
  readonly playthrough: Playthrough
}

const make = Effect.gen(function* () {
  const host = yield* TrainingHost
  const scope = yield* Effect.scope
  const mutex = yield* Semaphore.make(1)
  const checking = yield* FiberHandle.make<void>()
  let session: Session | undefined

  const leave = Effect.suspend(() => {
    const left = session
    session = undefined
    if (left === undefined) return Effect.void
    left.training.workspace.faults.clear()
    return Effect.andThen(Fiber.interrupt(left.clockStopped), host.changed)
  })

  /** The session, unless the workspace it was played in has been reset since. */
  const current = Effect.gen(function* () {
    const training = yield* host.current
    if (session === undefined) return yield* new NothingPlayed({})
    if (session.training === training) return session
    yield* leave
    return yield* new NothingPlayed({})
  })

  const going = <E>(on: (training: Training, playthrough: Playthrough) => Effect.Effect<Playthrough, E>) =>
    Effect.gen(function* () {
      const { training, playthrough } = yield* current
      const next = yield* on(training, playthrough)
      if (session?.training === training) session = { ...session, playthrough: next }
      yield* host.changed
      return next
    })

  const playNext = going((training, playthrough) => host.alone(playStep(training, playthrough)))
  const check = (patience: number) =>
    going((training, playthrough) => checkStep(training, playthrough, patience)).pipe(Effect.asVoid, mutex.withPermit)
  /** What is asked for now does not wait for a check of what was done before. */
  const atOnce = <A, E>(effect: Effect.Effect<A, E>) =>
    Effect.andThen(FiberHandle.clear(checking), mutex.withPermit(effect))

  const isAsked = ({ playthrough }: Session, who: PersonaKey, does: Does | undefined): boolean => {
    const step = playthrough.scenario.steps[playthrough.outcomes.length]
    if (step === undefined) return false
    const kind = (done: Does | undefined) => (done === undefined ? "" : Object.keys(done)[0])
    return step.does === undefined ? does === undefined : step.who === who && kind(step.does) === kind(does)
  }
  const isOver = ({ scenario, outcomes }: Playthrough) =>
    outcomes.length >= scenario.steps.length || outcomes.at(-1)?.ok === false
  const playAll: typeof playNext = Effect.flatMap(playNext, (next) => (isOver(next) ? Effect.succeed(next) : playAll))

  return ScenarioPlayer.of({
    played: current.pipe(
      Effect.map(({ playthrough }) => Option.some(playthrough)),
      Effect.catch(() => Effect.succeed(Option.none()))
    ),
    open: (scenario) =>
      Effect.gen(function* () {
        yield* leave
        const at = Option.getOrThrow(momentOf(scenario.opensAt, Instant(0)))
        yield* host.reset({ at, caseload: scenario.caseload })
        const training = yield* host.current
        const clockStopped = yield* Effect.forkIn(training.clock.standingStill(Effect.never), scope)
        session = { training, clockStopped, playthrough: yield* begin(training, scenario) }
        yield* host.changed
      }).pipe(atOnce),
    playNext: atOnce(Effect.asVoid(playNext)),
    playAll: atOnce(Effect.asVoid(playAll)),
    check: Effect.andThen(FiberHandle.clear(checking), check(DONE_ALREADY_MS)),
    noticed: (who, does) =>
      Effect.suspend(() =>
        session !== undefined && isAsked(session, who, does)
          ? Effect.asVoid(FiberHandle.run(checking, Effect.ignoreCause(check(PATIENCE_MS))))
          : Effect.void
      ),
    leave: atOnce(leave)
  })
})
