/** Keeps a folder to one process at a time. */
import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Option, Schema } from "effect"
import { lock } from "proper-lockfile"
import { JournalUnavailable } from "../Journal.ts"
import { LockHolder, type Standing, standingOf, thisProcess } from "./lockHolder.ts"

/** Where the holder cannot be seen (another machine, another container) it counts as gone after this silence. */
export const SILENCE_MS = 10_000
const SIGN_OF_LIFE_MS = 1_000
/** A holder that is just stopping is given this long. */
const PATIENCE_MS = 500
const LOOK_AGAIN_MS = 50

export const LOCK_HOLDER = "lock-holder.json"
const LOCK = ".journal"
/** What proper-lockfile makes of it, and touches for as long as the process lives. */
export const LOCK_SIGN = `${LOCK}.lock`

/** The lock's exit hook makes a write past the file size deadly; with a second listener it fails and kills nothing. */
const failTheWriteOnly = (): void => {}

const heldBy = (directory: string, holder: Option.Option<LockHolder>): JournalUnavailable => {
  const who = Option.match(holder, {
    onNone: () => "another process",
    onSome: ({ pid, place }) => `process ${pid} on ${place.split(" ")[0]}`
  })
  return new JournalUnavailable({
    path: directory,
    reason: `${who} is using this folder; stop that one first, or give this one a folder of its own`,
    fault: "in-use"
  })
}

const isTaken = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ELOCKED"

const decodeHolder = Schema.decodeUnknownOption(Schema.fromJsonString(LockHolder))

/** Takes the folder or throws {@link JournalUnavailable}; gives its release, and `onLost` hears of a lost lock. */
export const lockFolder = async (
  directory: string,
  onLost: () => void,
  silence: number = SILENCE_MS
): Promise<() => Promise<void>> => {
  const holderPath = join(directory, LOCK_HOLDER)
  const self = await thisProcess()
  const readHolder = () => readFile(holderPath, "utf8").then(decodeHolder, () => Option.none<LockHolder>())

  const take = async (name: string, stale: number, wait: number, onCompromised: () => void) => {
    const retries = { retries: Math.ceil(wait / (2 * LOOK_AGAIN_MS)), factor: 1, minTimeout: 2 * LOOK_AGAIN_MS }
    const options = { realpath: false, stale, update: SIGN_OF_LIFE_MS, retries, onCompromised }
    return lock(join(directory, name), options).catch(async (cause: unknown) => {
      throw isTaken(cause) ? heldBy(directory, await readHolder()) : cause
    })
  }

  const standing = async (): Promise<Standing> =>
    Option.match(await readHolder(), {
      onNone: () => "unknown" as const,
      onSome: (holder) => standingOf(holder, self)
    })

  const standingAfterPatience = async (): Promise<Standing> => {
    const patienceEnds = performance.now() + PATIENCE_MS
    while (performance.now() < patienceEnds && (await standing()) === "living") await pause(LOOK_AGAIN_MS)
    return standing()
  }

  // Looking who holds the folder and taking it are one step: of two that start at once and both find the holder
  // gone, the slower would otherwise remove the lock the quicker has just taken.
  const letOthersStart = await take(".starting", silence / 2, silence, () => {})
  try {
    const found = await standingAfterPatience()
    if (found === "living") throw heldBy(directory, await readHolder())
    if (found === "gone") await rm(join(directory, LOCK_SIGN), { recursive: true, force: true })
    let lost = false
    const release = await take(LOCK, silence, silence + PATIENCE_MS, () => {
      lost = true
      onLost()
    })
    await writeFile(holderPath, `${JSON.stringify(self)}\n`).catch(async (cause: unknown) => {
      await release()
      throw cause
    })
    process.on("SIGXFSZ", failTheWriteOnly)
    return async () => {
      process.off("SIGXFSZ", failTheWriteOnly)
      if (lost) return
      await rm(holderPath, { force: true })
      await release()
    }
  } finally {
    await letOthersStart().catch(() => {})
  }
}
