/** The audit in files of the journal's directory: entries that come while the disk is busy share its next flush. */

import { existsSync } from "node:fs"
import { join } from "node:path"
import { definedFields } from "@safe-return/domain/definedFields"
import { Deferred, Effect, Layer, Option, Queue, Stream } from "effect"
import { Audit, type AuditEntry, type AuditRecord, NotAudited } from "../Audit.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import type { JournalUnavailable } from "../Journal.ts"
import { type AuditLog, openAuditLog } from "./auditLog.ts"
import { END_MARK } from "./endMark.ts"
import { readSegments } from "./segments.ts"

export const AUDIT = "audit"

/** Whether nothing says where the audit of a directory ended. */
export const lacksEndMark = (directory: string): boolean => !existsSync(join(directory, AUDIT, END_MARK))

interface Waiting {
  readonly entry: AuditEntry
  readonly done: Deferred.Deferred<void, NotAudited>
}

/** Everything in the audit of a directory, oldest first, beside whatever process holds it. */
export const readAudit = (directory: string): Stream.Stream<AuditRecord, JournalUnavailable> => {
  const folder = join(directory, AUDIT)
  return Stream.suspend(() => Stream.fromAsyncIterable(readSegments(folder), (cause) => unavailable(folder, cause)))
}

/** Said in the log; the audit shows the gap too, because its numbers are not given out again. */
const sayWhatWasFound = Effect.fnUntraced(function* (folder: string, { cut, missing, fault }: AuditLog) {
  if (cut > 0) {
    yield* Effect.logWarning(
      `The audit in ${folder} ended in an unfinished entry of ${cut} bytes. It was cut off: nobody had been told that it is kept.`
    )
  }
  if (Option.isSome(missing)) {
    const { from, to } = missing.value
    yield* Effect.logError(
      `The audit in ${folder} is shorter than it was: entries ${from} to ${to} are gone. Find out who removed them, and look for them in a backup.`
    )
  } else if (fault !== undefined) {
    yield* Effect.logError(
      `The audit in ${folder} is not as it was left, held against ${AUDIT}/${END_MARK}: ${fault}. Run journal verify, and compare it with a backup.`
    )
  }
})

/** The start looks at the last file alone; years of earlier ones are looked through beside the work. */
const sayWhatIsDamaged = (folder: string) =>
  Stream.runForEach(
    Stream.fromAsyncIterable(readSegments(folder), (cause) => unavailable(folder, cause)),
    (record) =>
      record._tag === "Damage"
        ? Effect.logError(
            `The audit is not as it was written: ${record.place}: ${record.reason}. Compare it with a backup.`
          )
        : Effect.void
  ).pipe(Effect.catch((failed) => Effect.logError(failed.message)))

const openAudit = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const folder = join(directory.path, AUDIT)
  if (!directory.heads.mayBeAhead(AUDIT) && lacksEndMark(directory.path)) {
    yield* Effect.logError(
      `The audit in ${folder} is not as it was left: ${AUDIT}/${END_MARK} is missing. Compare it with a backup.`
    )
  }
  const log = yield* Effect.acquireRelease(
    Effect.tryPromise({ try: () => openAuditLog(folder), catch: (cause) => unavailable(folder, cause) }),
    (opened) => Effect.promise(() => opened.close())
  )
  const write = (entries: ReadonlyArray<AuditEntry>) => directory.write(folder, () => log.add(entries))
  directory.heads.isInStep(AUDIT)
  yield* sayWhatWasFound(folder, log)

  yield* Effect.forkScoped(sayWhatIsDamaged(folder))

  const queue = yield* Queue.unbounded<Waiting>()
  const writeWaiting = Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const waiting = yield* restore(Queue.takeAll(queue))
      const written = yield* Effect.exit(
        Effect.mapError(
          write(waiting.map(({ entry }) => entry)),
          ({ path, reason, fault }) => new NotAudited({ path, reason, ...definedFields({ fault }) })
        )
      )
      for (const { done } of waiting) Deferred.doneUnsafe(done, written)
    })
  )
  const closed = new NotAudited({ path: folder, reason: "it has been closed" })
  yield* Effect.addFinalizer(() =>
    Effect.gen(function* () {
      const left = yield* Queue.clear(queue)
      yield* Queue.shutdown(queue)
      for (const { done } of left) Deferred.doneUnsafe(done, Effect.fail(closed))
    })
  )
  yield* Effect.forkScoped(Effect.forever(writeWaiting))

  return Audit.of({
    add: Effect.fnUntraced(function* (entry) {
      const done = Deferred.makeUnsafe<void, NotAudited>()
      if (!Queue.offerUnsafe(queue, { entry, done })) return yield* closed
      yield* Deferred.await(done)
    }),
    read: readAudit(directory.path)
  })
})

export const auditInLockedDirectory = Layer.effect(Audit, openAudit)
