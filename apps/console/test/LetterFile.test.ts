import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PersonId } from "@safe-return/domain/pathway"
import { transportContract } from "@safe-return/outreach/transportContract"
import { letterFile } from "../src/LetterFile.ts"

transportContract("the file of letters", async () => {
  const folder = await mkdtemp(join(tmpdir(), "letters-"))
  const path = join(folder, "letters.ndjson")
  return {
    start: async () => letterFile(path),
    place: { _tag: "Person", person: PersonId.make("worker@council.example") },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true })
  }
})
