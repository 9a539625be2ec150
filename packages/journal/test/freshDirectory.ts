import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"

/** A directory of the test's own, gone when its scope closes. */
export const freshDirectory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "safe-return-journal-"))),
  (directory) => Effect.promise(() => rm(directory, { recursive: true, force: true }))
)
