import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { open, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"

const run = promisify(execFile)

const noSpace = () => Object.assign(new Error("no space left on device"), { code: "ENOSPC" })

/** Where this account may not mount one: flushes of this process fail as on a disk that is full. */
const pretended = Effect.acquireRelease(
  Effect.promise(async () => {
    const handle = await open(import.meta.filename)
    const prototype = Object.getPrototypeOf(handle)
    await handle.close()
    const flush = prototype.sync
    let isFull = false
    prototype.sync = async function () {
      if (isFull) throw noSpace()
      return flush.call(this)
    }
    return {
      fill: async () => {
        isFull = true
      },
      restore: () => {
        prototype.sync = flush
      }
    }
  }),
  ({ restore }) => Effect.sync(restore)
)

/** A disk of 256 KB at a folder, and what fills it up to the last byte. */
export const smallDisk = Effect.fnUntraced(function* (directory: string) {
  const mounted = yield* Effect.acquireRelease(
    Effect.promise(() =>
      run("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", directory]).then(
        () => true,
        () => false
      )
    ),
    (isMounted) => Effect.promise(async () => void (isMounted && (await run("umount", ["-l", directory]))))
  )
  if (!mounted) return (yield* pretended).fill
  return async () => {
    for (let block = 65_536; block >= 1; ) {
      await writeFile(join(directory, `filling-${randomUUID()}`), Buffer.alloc(block)).catch(() => {
        block = Math.floor(block / 2)
      })
    }
  }
})
