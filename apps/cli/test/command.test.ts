import { spawn } from "node:child_process"
import { createWriteStream } from "node:fs"
import { constants } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { beforeAll, expect, test } from "vitest"
import { bundledOnce } from "../../../packages/test-suite/src/bundledOnce.ts"
import { fileWith } from "./run.ts"

const root = join(import.meta.dirname, "../../..")
const MAIN = "apps/cli/src/main.js"

// What the program itself starts from, for as long as it is true.
beforeAll(() => void bundledOnce(join(root, "apps/cli/src/runCommandLine.ts")))

interface Outcome {
  /** As a shell gives it: 128 and the signal's number where one ended the program. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program as a shell would, from the root of the repository. */
const running = (program: string, args: ReadonlyArray<string>, environment: NodeJS.ProcessEnv = {}) => {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...environment } })
  const printed = { stdout: "", stderr: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed.stdout += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed.stderr += text
  })
  const done = new Promise<Outcome>((resolve) =>
    child.on("close", (status, signal) =>
      resolve({ status: signal === null ? status : 128 + constants.signals[signal], ...printed })
    )
  )
  return { child, done }
}

const command = (args: ReadonlyArray<string>, environment?: NodeJS.ProcessEnv) => {
  const { child, done } = running(process.execPath, [MAIN, ...args], environment)
  child.stdin.end()
  return done
}

const shell = (line: string): Promise<Outcome> => {
  const { child, done } = running("bash", ["-c", `set -o pipefail; ${line}`])
  child.stdin.end()
  return done
}

test("answers go to standard output with status 0, bad input to standard error with status 2", async () => {
  const good = await command(["deadline", "2026-12-23T20:00:00Z", "--json"])
  expect([good.status, good.stderr]).toEqual([0, ""])
  expect(JSON.parse(good.stdout)).toMatchObject({ returnedAt: "2026-12-23T20:00:00.000Z" })
  const bad = await command(["deadline", "2026-12-23T20:00:00", "--json"])
  expect([bad.status, bad.stdout]).toEqual([2, ""])
  expect(bad.stderr).toContain("returned-at")
})

test("with NO_COLOR or into a pipe no help is coloured; FORCE_COLOR colours it", async () => {
  const coloured = "\u{1b}["
  const help = (more: NodeJS.ProcessEnv) => command(["--help"], { NO_COLOR: "", FORCE_COLOR: "", ...more })
  expect((await help({})).stdout).not.toContain(coloured)
  expect((await help({ FORCE_COLOR: "1", TERM: "xterm" })).stdout).toContain(coloured)
  expect((await help({ FORCE_COLOR: "1", NO_COLOR: "1", TERM: "xterm" })).stdout).not.toContain(coloured)
})

/** Returns through every hour of many years, in three nations. */
function* returns(lines: number): Generator<string> {
  const nations = ["england-and-wales", "scotland", "northern-ireland"]
  for (let at = 0; at < lines; at += 1) {
    const time = new Date(Date.UTC(2012, 0, 1) + at * 2_700_000).toISOString()
    yield `{"returnedAt":"${time}","nation":"${nations[at % 3]}"}\n`
  }
}

const fileOfReturns = async (lines: number): Promise<string> => {
  const file = fileWith("returns.ndjson", "")
  await pipeline(Readable.from(returns(lines)), createWriteStream(file))
  return file
}

const node = `'${process.execPath}'`

/** A small room for what is short-lived: in a large one, on a busy machine, rubbish passes for memory in use. */
const LIMITS = "--max-old-space-size=32 --max-semi-space-size=1"

test("80,000 lines go through in less memory than their answer takes", async () => {
  const file = await fileOfReturns(80_000)
  const counted = await shell(`${node} ${LIMITS} ${MAIN} deadlines --file '${file}' | wc -lc`)
  const [lines = 0, bytes = 0] = counted.stdout.trim().split(/\s+/).map(Number)
  expect({ ...counted, stdout: lines }).toEqual({ status: 0, stdout: 80_000, stderr: "" })
  expect(bytes).toBeGreaterThan(32 * 2 ** 20)
}, 120_000)

test("a reader that leaves early, as head does, ends it quietly", async () => {
  const first = await shell(`${node} ${MAIN} deadlines --file - < '${await fileOfReturns(5_000)}' | head -1`)
  expect([first.status, first.stderr]).toEqual([0, ""])
  expect(JSON.parse(first.stdout)).toMatchObject({ returnedAt: "2012-01-01T00:00:00.000Z" })
})

test("one line that is wrong at the end of many, and none is answered", async () => {
  const last = await shell(`(cat '${await fileOfReturns(5_000)}'; echo '{}') | ${node} ${MAIN} deadlines --file -`)
  expect([last.status, last.stdout]).toEqual([2, ""])
  expect(last.stderr).toContain("standard input, line 5001, returnedAt")
})

test("bad input ends the command even while another program keeps writing to it", async () => {
  const { child, done } = running(process.execPath, [MAIN, "deadlines", "--file", "-"])
  child.stdin.on("error", () => {})
  child.stdin.write("not,a,table\n")
  const { status, stdout } = await done
  expect([status, stdout]).toEqual([2, ""])
})

test("Ctrl-C ends it with the status shells give for that", async () => {
  const { child, done } = running(process.execPath, [MAIN, "deadlines", "--file", "-"])
  // More than a pipe holds: once it is written, the command is there and reads.
  await new Promise((resolve) => child.stdin.write("returnedAt".padEnd(1_000_000), resolve))
  child.kill("SIGINT")
  expect(await done).toEqual({ status: 130, stdout: "", stderr: "" })
})
