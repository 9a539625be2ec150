import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { sealedWith } from "../../src/documents/sealing.ts"
import { backUp, inspectJournal, lowdbLayer, restore, rotateKey } from "../../src/files.ts"
import { JoinedUpRecords } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { joinedUpRecordsContract } from "../joinedUpRecordsContract.ts"
import { linkEntries, recordLink } from "../madeUpJoins.ts"
import { restarted } from "../restart.ts"

joinedUpRecordsContract(
  "lowdb",
  Effect.map(freshDirectory, (directory) => lowdbLayer({ directory }))
)

describe("records that join strands in a folder", () => {
  it.live("are in a backup, its restore and a journal with a new key", () =>
    Effect.gen(function* () {
      const [directory, copies] = [yield* freshDirectory, yield* freshDirectory]
      const [oldKey, newKey] = [sealedWith(Buffer.alloc(32, 1)), sealedWith(Buffer.alloc(32, 2))]
      yield* restarted(lowdbLayer({ directory, sealing: oldKey }))(recordLink("EDU-1", "LCS-1", 3))
      const [copy, restored] = [join(copies, "copy"), join(copies, "restored")]
      expect(yield* backUp(directory, copy, oldKey)).toMatchObject({ faults: [], foreign: [] })
      expect(yield* restore(copy, restored, oldKey)).toMatchObject({ faults: [] })
      yield* rotateKey(restored, oldKey, newKey)
      expect(yield* inspectJournal(restored, newKey)).toMatchObject({ faults: [], foreign: [] })
      const names = yield* Effect.promise(() => readdir(join(restored, "joined-up")))
      expect(names.join()).not.toMatch(/edu|lcs/)
      const text = yield* Effect.promise(() => readFile(join(restored, "joined-up", names[0] ?? ""), "utf8"))
      expect(text).not.toMatch(/EDU|LCS/)
      const read = Effect.flatMap(JoinedUpRecords, (records) => records.all)
      const [stream] = yield* restarted(lowdbLayer({ directory: restored, sealing: newKey }))(read)
      expect(stream).toMatchObject({ version: 3, entries: linkEntries("EDU-1", "LCS-1", 3) })
    }).pipe(Effect.scoped)
  )
})
