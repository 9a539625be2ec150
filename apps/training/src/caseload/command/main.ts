/** What the `caseload` script in the root's package.json runs. */
import * as NodeChildProcessSpawner from "@effect/platform-node-shared/NodeChildProcessSpawner"
import * as NodeFileSystem from "@effect/platform-node-shared/NodeFileSystem"
import * as NodePath from "@effect/platform-node-shared/NodePath"
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import * as NodeStdio from "@effect/platform-node-shared/NodeStdio"
import * as NodeTerminal from "@effect/platform-node-shared/NodeTerminal"
import { Console, Effect, Exit, Layer, Runtime } from "effect"
import { Command } from "effect/cli"
import { caseload } from "./caseloadCommand.ts"

const node = Layer.provideMerge(
  NodeChildProcessSpawner.layer,
  Layer.mergeAll(NodeFileSystem.layer, NodePath.layer, NodeStdio.layer, NodeTerminal.layer)
)

const DONE = 0
const BAD_INPUT = 2

const main = Effect.suspend(() => Command.runWith(caseload, { version: "0.1.0" })(process.argv.slice(2))).pipe(
  Effect.as(DONE),
  Effect.catchTags({
    BadInput: ({ message }) => Effect.as(Console.error(message), BAD_INPUT),
    // Help was asked for, or what was typed is wrong and has been said.
    ShowHelp: ({ errors }) => Effect.succeed(errors.length === 0 ? DONE : BAD_INPUT)
  }),
  Effect.provide(node)
)

NodeRuntime.runMain(main, {
  teardown: (exit, end) =>
    Runtime.defaultTeardown(exit, (failed) =>
      end(Exit.isSuccess(exit) && typeof exit.value === "number" ? exit.value : failed)
    )
})
