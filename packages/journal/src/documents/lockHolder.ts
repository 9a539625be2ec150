/** Which process holds a folder: one that was killed gives way at once, one that only sleeps never does. */
import { readFile, readlink } from "node:fs/promises"
import { hostname } from "node:os"
import { Option, Schema } from "effect"

export const LockHolder = Schema.Struct({
  /** Machine, boot and process table: where its number means the same process as here. */
  place: Schema.NonEmptyString,
  pid: Schema.Int.check(Schema.isGreaterThan(0)),
  /** When the process started, in the kernel's own count: numbers of dead processes are given out again. */
  started: Schema.optionalKey(Schema.String)
})
export type LockHolder = typeof LockHolder.Type

const textOrNone = (text: Promise<string>): Promise<Option.Option<string>> =>
  text.then(
    (found) => Option.some(found.trim()),
    () => Option.none()
  )

/** State, threads and start from Linux's process table; none where there is no such process or no such table. */
const processTableEntry = async (pid: number) => {
  const stat = await textOrNone(readFile(`/proc/${pid}/stat`, "utf8"))
  return Option.map(stat, (line) => {
    // The name stands second, in brackets, and may itself hold spaces and brackets.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ")
    return { state: fields[0], threads: Number(fields[17]), started: fields[19] }
  })
}

export const thisProcess = async (): Promise<LockHolder> => {
  const boot = await textOrNone(readFile("/proc/sys/kernel/random/boot_id", "utf8"))
  const processTable = await textOrNone(readlink("/proc/self/ns/pid"))
  const place = [Option.some(hostname()), boot, processTable].map(Option.getOrElse(() => "-")).join(" ")
  const entry = Option.getOrUndefined(await processTableEntry(process.pid))
  return entry?.started === undefined
    ? { place, pid: process.pid }
    : { place, pid: process.pid, started: entry.started }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    // EPERM: it runs under another account.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM"
  }
}

/** `unknown`: it is in a place from which its life cannot be seen, such as another machine or container. */
export type Standing = "living" | "gone" | "unknown"

export const standingOf = async (holder: LockHolder, observer: LockHolder): Promise<Standing> => {
  if (holder.place !== observer.place) return "unknown"
  if (!isRunning(holder.pid)) return "gone"
  const entry = Option.getOrUndefined(await processTableEntry(holder.pid))
  if (entry === undefined) return isRunning(holder.pid) ? "living" : "gone"
  if (holder.started !== undefined && entry.started !== holder.started) return "gone"
  // A killed process stays in the table until its parent looks; one of its threads may still be finishing a write.
  return entry.state === "Z" && entry.threads <= 1 ? "gone" : "living"
}
