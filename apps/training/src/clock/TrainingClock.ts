/** The training clock never goes back, and stands still while nobody trains: Friday's work is not overdue on Monday. */
import { readFile } from "node:fs/promises"
import { formatInstant, Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { londonDateTimeInFull } from "@safe-return/wording"
import { Clock, Duration, Effect, Schema, type Scope, Semaphore } from "effect"
import { replaceFile } from "../workspace/replaceFile.ts"

/** The clock can only be moved forward. */
export class ClockGoesForward extends Schema.TaggedError<ClockGoesForward>()("ClockGoesForward", {
  now: Schema.Number
}) {
  override get message() {
    return `Training time is ${londonDateTimeInFull(this.now as Instant)} already and can only be moved forward. To go back, reset the workspace.`
  }
}

/** The file that keeps the time cannot be used. */
export class ClockUnreadable extends Schema.TaggedError<ClockUnreadable>()("ClockUnreadable", {
  path: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `Training time is kept in ${this.path}, which cannot be used: ${this.reason}. Move the file's folder away to start afresh.`
  }
}

export interface TrainingClock {
  /** For Effect programs: time as they see it. */
  readonly clock: Clock.Clock
  readonly now: () => Instant
  readonly standsStill: () => boolean
  /** Moves the clock forward; durable when it returns. */
  readonly moveTo: (instant: Instant) => Effect.Effect<void, ClockGoesForward | ClockUnreadable>
  /** Stops the clock while `effect` runs: only {@link moveTo} moves it then. One may run inside another. */
  readonly standingStill: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

const Kept = Schema.fromJsonString(Schema.Struct({ resumesAt: InstantFromIso }))
const decodeKept = Schema.decodeUnknownEffect(Kept)

/** How far ahead of the clock the file is kept: a killed process starts again at a time nobody has seen yet. */
const AHEAD_MS = 10_000
const KEEP_EVERY = Duration.millis(AHEAD_MS / 2)

const isMissing = (cause: unknown) => (cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT"

const read = (path: string, firstStart: Instant) =>
  Effect.tryPromise({
    try: () => readFile(path, "utf8").catch((cause) => (isMissing(cause) ? undefined : Promise.reject(cause))),
    catch: (cause) => new ClockUnreadable({ path, reason: String(cause) })
  }).pipe(
    Effect.flatMap((text) =>
      text === undefined
        ? Effect.succeed(firstStart)
        : decodeKept(text).pipe(
            Effect.map(({ resumesAt }) => Instant(resumesAt)),
            Effect.mapError((failed) => new ClockUnreadable({ path, reason: failed.message }))
          )
    )
  )

const write = (path: string, resumesAt: Instant) =>
  Effect.tryPromise({
    try: () => replaceFile(path, `${JSON.stringify({ resumesAt: formatInstant(resumesAt) })}\n`),
    catch: (cause) => new ClockUnreadable({ path, reason: String(cause) })
  })

/** Opens the clock kept at `path`; at the very first start it shows `firstStart`. */
export const openTrainingClock = Effect.fn("openTrainingClock")(function* (options: {
  readonly path: string
  readonly firstStart: Instant
  /** Milliseconds that pass on the wall; by default those of this process, which no change of the host's time moves. */
  readonly wall?: () => number
}): Effect.fn.Return<TrainingClock, ClockUnreadable, Scope.Scope> {
  const { path, firstStart, wall = () => performance.now() } = options
  let shown: number = yield* read(path, firstStart)
  let shownAt = wall()
  let stoppedBy = 0
  const standsStill = () => stoppedBy > 0
  const now = () => Instant(standsStill() ? shown : Math.floor(shown + (wall() - shownAt)))

  // One writer at a time: a regular write begun before a move must not put the old time back after it.
  const mutex = yield* Semaphore.make(1)
  const keep = (ahead: number) => mutex.withPermit(Effect.suspend(() => write(path, Instant(now() + ahead))))
  yield* keep(AHEAD_MS)
  yield* Effect.addFinalizer(() => Effect.ignore(keep(0)))
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(Effect.sleep(KEEP_EVERY), Effect.ignore(keep(AHEAD_MS)))))

  const wallClock = yield* Clock.Clock
  const nanos = () => BigInt(now()) * 1_000_000n
  return {
    now,
    standsStill,
    clock: {
      currentTimeMillisUnsafe: now,
      currentTimeMillis: Effect.sync(now),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      // It never goes back either, and a ladder is held by this clock: moved time counts for it.
      monotonicTimeNanosUnsafe: nanos,
      monotonicTimeNanos: Effect.sync(nanos),
      sleep: (duration) => wallClock.sleep(duration)
    },
    moveTo: Effect.fnUntraced(function* (instant: Instant) {
      if (instant < now()) return yield* new ClockGoesForward({ now: now() })
      yield* write(path, Instant(instant + AHEAD_MS))
      shown = instant
      shownAt = wall()
    }, mutex.withPermit),
    standingStill: (effect) =>
      Effect.acquireUseRelease(
        Effect.sync(() => {
          shown = now()
          stoppedBy += 1
        }),
        () => effect,
        () =>
          Effect.sync(() => {
            shownAt = wall()
            stoppedBy -= 1
          })
      )
  }
})
