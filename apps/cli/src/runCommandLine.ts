/** Runs the command line that was typed, to the end of its process. */
import * as NodeChildProcessSpawner from "@effect/platform-node-shared/NodeChildProcessSpawner"
import * as NodeFileSystem from "@effect/platform-node-shared/NodeFileSystem"
import * as NodePath from "@effect/platform-node-shared/NodePath"
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import * as NodeStdio from "@effect/platform-node-shared/NodeStdio"
import * as NodeTerminal from "@effect/platform-node-shared/NodeTerminal"
import { Effect, Exit, Layer, Runtime } from "effect"
import { safeReturn } from "./safeReturn.ts"

const node = Layer.provideMerge(
  NodeChildProcessSpawner.layer,
  Layer.mergeAll(NodeFileSystem.layer, NodePath.layer, NodeStdio.layer, NodeTerminal.layer)
)

// A reader that goes away (`head`) can do so after our last write: that is an error event nobody waits for.
process.stdout.on("error", () => {})
process.stderr.on("error", () => {})

const main = Effect.suspend(() => safeReturn(process.argv.slice(2))).pipe(Effect.provide(node))

const statusOf = (exit: Exit.Exit<unknown, unknown>): number | undefined =>
  Exit.isSuccess(exit) && typeof exit.value === "number" ? exit.value : undefined

/** Ends once both outputs are flushed, even while standard input is kept open. */
const end = (status: number): void => {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(status)))
}

NodeRuntime.runMain(main, {
  disableErrorReporting: true,
  teardown: (exit) => Runtime.defaultTeardown(exit, (failed) => end(statusOf(exit) ?? failed))
})
