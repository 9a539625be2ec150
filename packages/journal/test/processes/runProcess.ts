/** A real process of the same Node, with the lines it has printed so far. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { Effect } from "effect"
import { bundledOnce } from "../../../test-suite/src/bundledOnce.ts"
import type { Script } from "./main.ts"

interface RunningProcess {
  readonly process: ChildProcess
  readonly lines: ReadonlyArray<string>
  readonly errors: () => string
  /** Resolves with the first line, and fails when the process ends without one. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<void>
  readonly kill: () => Promise<void>
}

const start = (command: string, parameters: ReadonlyArray<string>): RunningProcess => {
  const process = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] })
  const lines: Array<string> = []
  let rest = ""
  let errors = ""
  const firstLine = Promise.withResolvers<string>()
  process.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n")
    rest = parts.pop() ?? ""
    lines.push(...parts)
    if (lines[0] !== undefined) firstLine.resolve(lines[0])
  })
  process.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text
  })
  const ended = once(process, "close").then(() => firstLine.reject(new Error(`It ended without a word. ${errors}`)))
  firstLine.promise.catch(() => {})
  const kill = async () => {
    process.kill("SIGKILL")
    await ended
  }
  return { process, lines, errors: () => errors, firstLine: firstLine.promise, ended, kill }
}

/** A killed process keeps nothing of what it compiled: from the sources each start would load as slowly. */
const program = () => bundledOnce(join(import.meta.dirname, "main.ts"))

/** Runs a script of this folder; whatever is left of it is killed when the scope closes. */
export const runProcess = (script: Script, ...parameters: ReadonlyArray<string>) =>
  Effect.acquireRelease(
    Effect.sync(() => start(process.execPath, [program(), script, ...parameters])),
    (running) => Effect.promise(running.kill)
  )

/** The same through a shell, in whose line `"$0" "$@"` stands for the script and its parameters. */
export const runInShell = (line: string, script: Script, ...parameters: ReadonlyArray<string>) =>
  Effect.acquireRelease(
    Effect.sync(() => start("/bin/sh", ["-c", line, process.execPath, program(), script, ...parameters])),
    (running) => Effect.promise(running.kill)
  )
