/** Puts a backup where a journal is to start from. A backup is itself a journal that was closed in order. */
import { copyFile, rm } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Data, Effect } from "effect"
import { makeFolder } from "../documents/durableFile.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LEDGER } from "../documents/headLedger.ts"
import type { Sealing } from "../documents/sealing.ts"
import { assertEmptyTarget } from "./emptyTarget.ts"
import { type Inspection, inspectJournal, type Progress } from "./inspection.ts"
import { filesBelow } from "./journalFiles.ts"

/** The backup, or the copy made of it, is not as it was written. */
export class NotRestored extends Data.TaggedError("NotRestored")<{
  readonly path: string
  readonly inspection: Inspection
}> {
  override get message() {
    const [first] = this.inspection.faults
    return `Nothing was restored: ${this.path} is not as it was written. First fault: ${first?.document}: ${first?.reason}.`
  }
}

const assertWhole = (path: string, inspection: Inspection) =>
  inspection.faults.length === 0 ? Effect.succeed(inspection) : Effect.fail(new NotRestored({ path, inspection }))

/** Into a folder that is empty or not there yet. Verified before a file is copied, and again at the end. */
export const restore = Effect.fn("restore")(function* (
  source: string,
  target: string,
  sealing: Sealing,
  progress: Progress = () => {}
) {
  const [from, to] = [resolve(source), resolve(target)]
  yield* assertEmptyTarget(to)
  yield* Effect.flatMap(inspectJournal(from, sealing, progress), (found) => assertWhole(from, found))
  const copyAll = async (): Promise<void> => {
    await makeFolder(to)
    // The ledger last: without it nothing starts on half a copy.
    const names = filesBelow(from).filter((name) => !/\.tmp$|^lock-holder\.json$/.test(name))
    for (const name of [...names.filter((name) => name !== LEDGER), LEDGER]) {
      await makeFolder(dirname(join(to, name)))
      await copyFile(join(from, name), join(to, name))
    }
  }
  yield* Effect.tryPromise({ try: copyAll, catch: (cause) => unavailable(to, cause) })
  return yield* inspectJournal(to, sealing, progress).pipe(
    Effect.flatMap((found) => assertWhole(to, found)),
    Effect.tapError(() => Effect.promise(() => rm(to, { recursive: true, force: true })))
  )
})
