/** Everything that can be recorded, with each refusal noted where people hear of it. */
import { Audit, Availabilities, Journal, type JournalUnavailable, Profiles, WriteCheck } from "@safe-return/journal"
import { Context, Duration, Effect, Layer, Result } from "effect"
import { DeliveryRecord } from "../sending/DeliveryRecord.ts"
import type { RecordTried } from "./damagedRecords.ts"
import { RecordStanding, type RefusedWrite } from "./RecordStanding.ts"

/** How often it is tried whether anything could be recorded, though nothing is: bounds how late people hear of it. */
const CHECK_EVERY = Duration.seconds(30)

/** How often, while it cannot. */
const CHECK_AGAIN_AFTER = Duration.seconds(5)

/** However many writes are refused at once. */
const CHECK_AT_MOST_EVERY = Duration.seconds(1)

const isRefused = (failed: unknown): failed is JournalUnavailable =>
  typeof failed === "object" && failed !== null && "_tag" in failed && failed._tag === "JournalUnavailable"

export const watchedRecordLayer = Layer.effectContext(
  Effect.gen(function* () {
    const standing = yield* RecordStanding
    const audit = yield* Audit
    const availabilities = yield* Availabilities
    const journal = yield* Journal
    const profiles = yield* Profiles

    const noted = <A, E>(asked: Effect.Effect<A, E>, tried?: RecordTried): Effect.Effect<A, E> =>
      asked.pipe(
        Effect.tapError((failed) => (isRefused(failed) ? standing.refused(failed, tried) : Effect.void)),
        Effect.tap(() => (tried === undefined ? Effect.void : standing.done(tried)))
      )
    const notedAs = (failed: RefusedWrite) => standing.refused(failed)
    const readNoted = <A>(
      asked: Effect.Effect<A, JournalUnavailable>,
      tried?: RecordTried
    ): Effect.Effect<A, JournalUnavailable> =>
      Effect.flatMap(standing.away, (away) => (away === undefined ? noted(asked, tried) : Effect.fail(away)))

    return Context.make(Audit, Audit.of({ ...audit, add: (entry) => Effect.tapError(audit.add(entry), notedAs) })).pipe(
      Context.add(
        Availabilities,
        Availabilities.of({
          ...availabilities,
          all: readNoted(availabilities.all),
          change: (...asked) => noted(availabilities.change(...asked)),
          letGo: (...asked) => noted(availabilities.letGo(...asked))
        })
      ),
      Context.add(
        Journal,
        Journal.of({
          ...journal,
          read: (child) => readNoted(journal.read(child), { of: "journal", about: child, act: "read" }),
          append: (...asked) => noted(journal.append(...asked)),
          appendUnder: (...asked) => noted(journal.appendUnder(...asked))
        })
      ),
      Context.add(
        Profiles,
        Profiles.of({
          ...profiles,
          find: (child) => readNoted(profiles.find(child)),
          change: (...asked) => noted(profiles.change(...asked))
        })
      )
    )
  })
)

/** Looks once whether anything can be recorded, and writes down what waits for it. */
export const recordCheck = Effect.gen(function* () {
  const { run } = yield* WriteCheck
  const standing = yield* RecordStanding
  const { writeDown } = yield* DeliveryRecord
  return Effect.gen(function* () {
    const checked = yield* Effect.result(run.pipe(Effect.andThen(standing.answers), Effect.andThen(writeDown)))
    yield* Result.isSuccess(checked) ? standing.recorded : standing.stopped(checked.failure)
  })
})

/** Looks again and again, sooner where a write was refused. */
export const recordWatch = (check: Effect.Effect<void>): Effect.Effect<Effect.Effect<never>, never, RecordStanding> =>
  Effect.map(RecordStanding, ({ doubted, isWritable }) => {
    const untilNext = Effect.flatMap(isWritable, (is) => Effect.sleep(is ? CHECK_EVERY : CHECK_AGAIN_AFTER))
    return check.pipe(
      Effect.andThen(Effect.sleep(CHECK_AT_MOST_EVERY)),
      Effect.andThen(Effect.raceFirst(doubted, untilNext)),
      Effect.forever
    )
  })
