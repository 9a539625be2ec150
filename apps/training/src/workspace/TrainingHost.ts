/** Holds the running training workspace and puts a fresh one in its place at a reset. */
import { rm } from "node:fs/promises"
import { Context, Effect, Exit, Layer, Schema, Scope, Semaphore } from "effect"
import type { Opening } from "./openingCaseload.ts"
import { openTraining, type Training, type TrainingProblem, usualOpening } from "./Training.ts"

/** Between the old workspace and the new one. */
export class BeingReset extends Schema.TaggedError<BeingReset>()("BeingReset", {}) {
  override get message() {
    return "The workspace is being reset. Wait a moment and try again."
  }
}

export class TrainingHost extends Context.Service<
  TrainingHost,
  {
    readonly current: Effect.Effect<Training, BeingReset>
    /** Wipes everything and opens a new workspace, as every one opens or as asked. */
    readonly reset: (opening?: Opening) => Effect.Effect<void, TrainingProblem>
    /** One clock move at a time, none during a reset, and none while people's doings are on their way. */
    readonly alone: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /** What people do, but not while time moves: Slack opens no form for a click more than three seconds old. */
    readonly amongOthers: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /** Tells the listeners of a change that no message shows, such as the time. */
    readonly changed: Effect.Effect<void>
    /** Calls `listener` when anything changed in whichever workspace is running; returns how to stop that. */
    readonly onChange: (listener: () => void) => () => void
  }
>()("@safe-return/training/TrainingHost") {
  /** Everything is kept in `folder`, which a reset removes. `usual`: how a workspace opens when nothing else is asked. */
  static readonly layer = (folder: string, usual = usualOpening): Layer.Layer<TrainingHost, TrainingProblem> =>
    Layer.effect(TrainingHost, make(folder, usual))
}

/** More than anybody does at once. */
const AT_ONCE = 1_000

const make = Effect.fnUntraced(function* (folder: string, usual: Opening) {
  const listeners = new Set<() => void>()
  const tellAll = () => {
    for (const listener of listeners) listener()
  }
  const doings = yield* Semaphore.make(AT_ONCE)
  const alone = doings.withPermits(AT_ONCE)
  let running: { readonly training: Training; readonly scope: Scope.Closeable } | undefined

  const open = Effect.fnUntraced(function* (opening: Opening) {
    const scope = yield* Scope.make()
    const training = yield* openTraining(folder, opening).pipe(
      Scope.provide(scope),
      Effect.onError((cause) => Scope.close(scope, Exit.failCause(cause)))
    )
    training.onChange(tellAll)
    running = { training, scope }
  })
  const close = Effect.suspend(() => {
    const scope = running?.scope
    running = undefined
    return scope === undefined ? Effect.void : Scope.close(scope, Exit.void)
  })

  yield* open(usual)
  yield* Effect.addFinalizer(() => close)
  return TrainingHost.of({
    current: Effect.suspend(() =>
      running === undefined ? Effect.fail(new BeingReset({})) : Effect.succeed(running.training)
    ),
    reset: (opening = usual) =>
      Effect.gen(function* () {
        yield* close
        yield* Effect.promise(() => rm(folder, { recursive: true, force: true }))
        yield* open(opening)
        tellAll()
      }).pipe(Effect.uninterruptible, alone),
    alone,
    amongOthers: doings.withPermits(1),
    changed: Effect.sync(tellAll),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  })
})
