/** The folder that a run's tests write in: gone when the run ends, killed processes' files too. */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { freemem, tmpdir } from "node:os"
import { join } from "node:path"

/** Where Linux keeps files in memory: there a flush to the disk, of which tests ask for thousands, costs nothing. */
const MEMORY = "/dev/shm"

/** Several times what a whole run writes. */
const ROOM = 4 * 2 ** 30

const makeFolderIn = (place: string): string => {
  const folder = mkdtempSync(join(place, "safe-return-tests-"))
  // Others may pass through, as the database's account.
  chmodSync(folder, 0o711)
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** Null where there is no room, or where the database's programs could not be run from it. */
const folderInMemory = (): string | null => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    if (Math.min(bavail * bsize, freemem()) < ROOM) return null
    const folder = makeFolderIn(MEMORY)
    const program = join(folder, "runs-programs")
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o700 })
    execFileSync(program)
    return folder
  } catch {
    return null
  }
}

export interface FolderOfTheRun {
  readonly usual: string
  /** For tests in which a process or a server dies while it writes. */
  readonly onDisk: string
}

export const makeFolderOfTheRun = (): FolderOfTheRun => {
  const onDisk = makeFolderIn(tmpdir())
  return { usual: folderInMemory() ?? onDisk, onDisk }
}
