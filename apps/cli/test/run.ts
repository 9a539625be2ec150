import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeChildProcessSpawner from "@effect/platform-node-shared/NodeChildProcessSpawner"
import * as NodeFileSystem from "@effect/platform-node-shared/NodeFileSystem"
import * as NodePath from "@effect/platform-node-shared/NodePath"
import { ConfigProvider, Effect, Layer, Sink, Stdio, Stream, Terminal } from "effect"
import { safeReturn } from "../src/safeReturn.ts"

const encoder = new TextEncoder()

export interface Given {
  /** What stands in standard input. */
  readonly stdin?: string
  /** Whether standard error is a terminal. */
  readonly stderrIsTerminal?: boolean
  /** In place of a standard output that takes everything. */
  readonly stdout?: Stdio.Stdio["stdout"]
}

/** Nothing asks a person anything. The real one would listen to this process's own standard input, once a run. */
const noTerminal = Layer.succeed(
  Terminal.Terminal,
  Terminal.make({
    columns: Effect.succeed(80),
    rows: Effect.succeed(24),
    size: Effect.die("no terminal changes its size here"),
    readInput: Effect.die("no terminal is read here"),
    readLine: Effect.die("no terminal is read here"),
    display: () => Effect.die("no terminal is written to here")
  })
)

/** Runs a command line in this process, on real files: what it printed and its exit status. */
export const run = async (args: ReadonlyArray<string>, given: Given = {}) => {
  const printed = { stdout: "", stderr: "" }
  const collect = (into: keyof typeof printed) => () =>
    Sink.forEachArray((texts: ReadonlyArray<string | Uint8Array>) =>
      Effect.sync(() => {
        printed[into] += texts.join("")
      })
    )
  const stdio = Stdio.layerTest({
    stdout: given.stdout ?? collect("stdout"),
    stderr: collect("stderr"),
    stdin: Stream.make(encoder.encode(given.stdin ?? "")),
    stderrIsTerminal: Effect.succeed(given.stderrIsTerminal ?? false)
  })
  const node = Layer.provideMerge(
    NodeChildProcessSpawner.layer,
    Layer.mergeAll(NodeFileSystem.layer, NodePath.layer, noTerminal, stdio)
  )
  // By itself Effect reads the environment once in a process, and each of these stands for a process of its own.
  const environment = ConfigProvider.layer(ConfigProvider.fromEnv())
  const status = await Effect.runPromise(safeReturn(args).pipe(Effect.provide(Layer.merge(node, environment))))
  return { status, ...printed }
}

/** Goes with the run, as everything in the folder for temporary files does. */
export const folderOfTests = mkdtempSync(join(tmpdir(), "safe-return-cli-"))

/** A file of its own in a fresh folder; its path. */
export const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(mkdtempSync(join(folderOfTests, "case-")), name)
  writeFileSync(path, content)
  return path
}
