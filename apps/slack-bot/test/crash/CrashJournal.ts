/** Where the bots of a crash test keep their journal. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Journal, type JournalEntry, type JournalUnavailable, lowdbLayer } from "@safe-return/journal"
import { Effect, type Layer } from "effect"

export interface CrashJournal extends AsyncDisposable {
  /** As `botProcess.ts` takes it. */
  readonly place: string
  /** Every entry; to be read while no bot is alive. */
  readonly entries: () => Promise<ReadonlyArray<JournalEntry>>
  /** Stops its server and starts it again; nothing where it has none. */
  readonly restart: () => Promise<void>
}

const entriesOf = (layer: Layer.Layer<Journal, JournalUnavailable>) =>
  Effect.runPromise(
    Effect.service(Journal).pipe(
      Effect.flatMap((journal) => journal.readAll),
      Effect.provide(layer)
    )
  )

export const lowdbCrashJournal = (): CrashJournal => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-crash-"))
  return {
    place: directory,
    entries: () => entriesOf(lowdbLayer({ directory })),
    restart: async () => {},
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true })
  }
}
