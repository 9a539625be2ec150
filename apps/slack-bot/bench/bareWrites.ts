/**
 * What a durable answer is measured against, in a process of its own: text of the same length written to temporary
 * files, flushed and renamed, and nothing else. Speaks as a generator does: asked for so many, it says how long each took.
 */
import { randomUUID } from "node:crypto"
import { open, rename } from "node:fs/promises"
import { join } from "node:path"
import type { LoadResult } from "./load/Load.ts"

const [folder = "", bytes = "0"] = process.argv.slice(2)
const text = "x".repeat(Number(bytes))

let written = 0

/**
 * Under a new name each time, as an append keeps the text before it: putting one file in another's place would take the
 * other away, and ext4 looks past every file taken away in the last minute when it makes a new one, ours or theirs.
 */
const write = async () => {
  const temporary = join(folder, `${randomUUID()}.tmp`)
  const file = await open(temporary, "wx")
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await rename(temporary, join(folder, `bare-${written++}`))
}

const writeAll = async (writes: number, atOnce: number): Promise<LoadResult> => {
  const latencies: Array<number> = []
  const start = performance.now()
  const startedAt = performance.timeOrigin + start
  let next = 0
  const keepWriting = async () => {
    for (let index = next++; index < writes; index = next++) {
      const begun = performance.now()
      await write()
      latencies[index] = performance.now() - begun
    }
  }
  await Promise.all(Array.from({ length: atOnce }, keepWriting))
  return { startedAt, seconds: (performance.now() - start) / 1000, latencies }
}

process.on("message", async ({ writes, atOnce }: { readonly writes: number; readonly atOnce: number }) =>
  process.send?.(await writeAll(writes, atOnce))
)
process.send?.("ready")
