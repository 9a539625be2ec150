import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { sealedWith } from "../../src/documents/sealing.ts"
import { backUp, inspectJournal, lowdbLayer, restore, rotateKey } from "../../src/files.ts"
import { EducationCases } from "../../src/index.ts"
import { educationCasesContract } from "../educationCasesContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { caseEntries, pupil, recordCase } from "../madeUpCases.ts"
import { restarted } from "../restart.ts"

educationCasesContract(
  "lowdb",
  Effect.map(freshDirectory, (directory) => lowdbLayer({ directory }))
)

describe("education cases in a folder", () => {
  it.live("are in a backup, its restore and a journal with a new key", () =>
    Effect.gen(function* () {
      const [directory, copies] = [yield* freshDirectory, yield* freshDirectory]
      const [oldKey, newKey] = [sealedWith(Buffer.alloc(32, 1)), sealedWith(Buffer.alloc(32, 2))]
      yield* restarted(lowdbLayer({ directory, sealing: oldKey }))(recordCase("EDU-1", 4))
      const [copy, restored] = [join(copies, "copy"), join(copies, "restored")]
      expect(yield* backUp(directory, copy, oldKey)).toMatchObject({ faults: [], foreign: [] })
      expect(yield* restore(copy, restored, oldKey)).toMatchObject({ faults: [] })
      yield* rotateKey(restored, oldKey, newKey)
      expect(yield* inspectJournal(restored, newKey)).toMatchObject({ faults: [], foreign: [] })
      expect(yield* Effect.promise(() => readFile(join(restored, "education/edu1.json"), "utf8"))).not.toContain(
        "EDU-1"
      )
      const read = Effect.flatMap(EducationCases, (cases) => cases.read(pupil("edu-1")))
      const stream = yield* restarted(lowdbLayer({ directory: restored, sealing: newKey }))(read)
      expect(stream).toEqual({ child: "EDU-1", version: 4, entries: caseEntries(4) })
    }).pipe(Effect.scoped)
  )
})
