/** A journal as the first version left it: no checksums, no chain, no ledger, each policy inside its event. */
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { RecordedEvent } from "@safe-return/domain/pathway"
import { Schema } from "effect"
import { fileNameOf } from "../../src/documents/fileName.ts"
import type { JournalEntry } from "../../src/index.ts"

const encode = Schema.encodeSync(RecordedEvent)

const entryText = ({ id, version, position, recorded }: JournalEntry) => ({
  id,
  version,
  position,
  recorded: encode(recorded)
})

export const writeFormatOne = async (directory: string, entries: ReadonlyArray<JournalEntry>): Promise<void> => {
  await mkdir(join(directory, "children"), { recursive: true })
  for (const [child, stream] of Map.groupBy(entries, (entry) => entry.child)) {
    const document = { format: 1, child, entries: stream.map(entryText) }
    await writeFile(join(directory, "children", fileNameOf(child)), `${JSON.stringify(document)}\n`)
  }
}
