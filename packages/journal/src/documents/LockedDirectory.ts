/** The directory this process alone holds, and the gate for every write: closed for good when a write is in doubt. */
import { join, resolve } from "node:path"
import { Context, Effect, Layer, Semaphore } from "effect"
import { JournalUnavailable, type WriteFault } from "../Journal.ts"
import { clearLeftovers, makeFolder, WriteInDoubt } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import { lockFolder } from "./folderLock.ts"
import { type HeadLedger, LEDGER, openHeadLedger } from "./headLedger.ts"
import { LEDGER_END } from "./ledgerEnd.ts"
import { assertNoneNeedsALedger } from "./missingLedger.ts"
import { type Sealing, unsealed } from "./sealing.ts"

/** Writes that overlap share the flush of their folder and the disk's own; many more than this only wait for one another. */
const WRITES_AT_ONCE = 32

const LOCK_LOST =
  "its lock was taken away: the folder is gone, or another process may be writing here; stop, look, and start again"

export class LockedDirectory extends Context.Service<
  LockedDirectory,
  {
    readonly path: string
    /** How its texts are kept. */
    readonly sealing: Sealing
    /** Where each document stood after its last write. */
    readonly heads: HeadLedger
    /** Runs one durable write to the end, whatever happens to the fibre that asked; first come, first served. */
    readonly write: (path: string, write: () => Promise<void>) => Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/LockedDirectory") {
  static readonly layer = (
    directory: string,
    sealing: Sealing = unsealed
  ): Layer.Layer<LockedDirectory, JournalUnavailable> =>
    Layer.effect(LockedDirectory, openLockedDirectory(resolve(directory), sealing))
}

const openLockedDirectory = Effect.fnUntraced(function* (directory: string, sealing: Sealing) {
  const desks = yield* Semaphore.make(WRITES_AT_ONCE)
  let closedBecause: JournalUnavailable | undefined
  const close = (reason: string, fault?: WriteFault) => {
    closedBecause ??= new JournalUnavailable({ path: directory, reason, ...(fault === undefined ? {} : { fault }) })
  }

  let ledger: HeadLedger | undefined
  const takeFolder = async () => {
    await makeFolder(directory)
    return lockFolder(directory, () => {
      close(LOCK_LOST, "lock-lost")
      ledger?.letGo(new JournalUnavailable({ path: directory, reason: LOCK_LOST, fault: "lock-lost" }))
    })
  }
  yield* Effect.acquireRelease(
    Effect.tryPromise({ try: takeFolder, catch: (cause) => unavailable(directory, cause) }),
    // A folder that is gone has no lock left to give back.
    (release) => Effect.promise(() => release().catch(() => {}))
  )
  yield* Effect.tryPromise({
    try: () => clearLeftovers(directory),
    catch: (cause) => unavailable(directory, cause)
  })
  const heads = yield* Effect.acquireRelease(
    Effect.tryPromise({
      try: () => openHeadLedger(join(directory, LEDGER), sealing, () => assertNoneNeedsALedger(directory)),
      catch: (cause) => unavailable(join(directory, LEDGER), cause)
    }),
    // Without its last line the next start cannot tell that it was closed in order, and takes it for a killed one.
    (heads) => Effect.promise(() => heads.close().catch(() => {}))
  )
  ledger = heads
  if (heads.isEndLost) {
    yield* Effect.logError(
      `The journal in ${directory} is not as it was left: ${LEDGER_END} is missing, or was changed. It is written again. Compare the journal with a backup.`
    )
  }
  if (heads.wasLeftOpen) {
    yield* Effect.logWarning(
      `The journal in ${directory} was not closed in order: its process was killed, or the end of ${LEDGER} is gone. Run journal verify if nobody killed it.`
    )
  }
  // Writes under way come to their end before the lock is given back, or they would land on the next holder's.
  yield* Effect.addFinalizer(() => {
    close("it has been closed")
    return desks.withPermits(WRITES_AT_ONCE)(Effect.void)
  })

  const attempt = (path: string, write: () => Promise<void>) =>
    Effect.tryPromise({
      try: write,
      catch: (cause) => {
        if (cause instanceof WriteInDoubt) {
          close("the disk did not confirm a write; look at it, and start again", "write-in-doubt")
          heads.leaveOpen()
        }
        return unavailable(path, cause)
      }
    })

  return LockedDirectory.of({
    path: directory,
    sealing,
    heads,
    write: (path, write) =>
      desks.withPermit(
        Effect.suspend(() =>
          closedBecause === undefined ? Effect.uninterruptible(attempt(path, write)) : Effect.fail(closedBecause)
        )
      )
  })
})
