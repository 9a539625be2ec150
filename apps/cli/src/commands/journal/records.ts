/** How a command gets at the records, and how what it was asked is written down before it is done. */
import { userInfo } from "node:os"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, PersonId } from "@safe-return/domain/pathway"
import { badInput } from "@safe-return/exchange/reading"
import { Audit, type AuditedAct, Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Clock, Effect, FileSystem, Logger, Option, Result } from "effect"
import { Flag } from "effect/cli"
import { databaseRecords, FROM_ENVIRONMENT, sealingOf } from "./options.ts"

const AN_ID = /^\S{1,80}$/

/** Who asks, as the audit keeps it: no name, so no space. */
export const by = Flag.String("by").pipe(
  Flag.optional,
  Flag.withDescription(
    "Who asks, by Slack user id or staff number, never by name (default: the account this runs under)"
  )
)

export const asker = (given: Option.Option<string>) =>
  Option.match(given, {
    onNone: () => Effect.sync(() => PersonId.make(`command-line:${userInfo().username}`)),
    onSome: (text) =>
      AN_ID.test(text)
        ? Effect.succeed(PersonId.make(text))
        : Effect.fail(
            badInput({
              field: "--by",
              message: "This is no id. Give a Slack user id or a staff number, without spaces."
            })
          )
  })

export const now = Effect.map(Clock.currentTimeMillis, (milliseconds) => Instant(milliseconds))

/** Refuses what would leave out, or decide without, what only a newer version can read of a child. */
export const assertReadWhole = Effect.fn("assertReadWhole")(function* (child: ChildReference, done: string) {
  const { unreadable = [] } = yield* (yield* Journal).read(child)
  if (unreadable.length === 0) return
  return yield* badInput({
    message: `A newer version recorded something about ${child} that this one cannot read. Nothing was ${done}: use the newest version.`
  })
})

/** What is found while the folder is opened, such as an erasure that had to be finished: no part of an answer. */
const notesToStandardError = Logger.layer([Logger.withConsoleError(Logger.formatSimple)])

interface Folder {
  readonly data: string
  readonly keyFile: Option.Option<string>
}

interface Place extends Folder {
  readonly council: string
}

/** Runs alone with a folder that must exist: opening a new one would look like a child without records. */
export const withFolder =
  ({ data: directory, keyFile }: Folder) =>
  <A, E, R>(work: Effect.Effect<A, E, R>) =>
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      const isThere = yield* Effect.orElseSucceed(files.exists(directory), () => false)
      if (!isThere) {
        return yield* badInput({ field: "--data", message: "There is no such folder. Name the one the journal is in." })
      }
      const records = lowdbLayer({ directory, sealing: yield* sealingOf(keyFile) })
      return yield* Effect.provide(work, records).pipe(Effect.provide(notesToStandardError))
    })

/** The same with the folder or, where that is said, the database, which others may be using meanwhile. */
export const withRecords =
  (place: Place) =>
  <A, E, R>(work: Effect.Effect<A, E, R>) =>
    place.data === FROM_ENVIRONMENT
      ? Effect.provide(work, databaseRecords("--data", place.council)).pipe(Effect.provide(notesToStandardError))
      : withFolder(place)(work)

interface ActRequest {
  readonly act: AuditedAct
  readonly by: PersonId
  readonly child?: ChildReference
}

/** Writes down what was asked, and whether it is refused; goes on only once that is durable. */
export const audited = Effect.fn("audited")(function* <A, E, R>(asked: ActRequest, verdict: Effect.Effect<A, E, R>) {
  const result = yield* Effect.result(verdict)
  const audit = yield* Audit
  yield* audit.add({ at: yield* now, ...asked, outcome: Result.isSuccess(result) ? "allowed" : "refused" })
  return yield* Effect.fromResult(result)
})

/** What speaks against it is for the person to act on: nothing was changed, and the exit status says bad input. */
export const refusal = ({ message }: { readonly message: string }) => Effect.fail(badInput({ message }))
