/** The bot on a real workspace, to the end of its process: what `install` bundles. */
import { flushCompileCache } from "node:module"
import { chooseWorkspace } from "@safe-return/settings"
import { Effect, Result } from "effect"
import { runUntilStopped } from "./runUntilStopped.ts"

type Environment = Record<string, string | undefined>

export const runProgram = async (environment: Environment): Promise<void> => {
  const { startFromEnvironment } = await import("./startFromEnvironment.ts")
  // Written now, because a bot is ended rather than left to end.
  flushCompileCache()
  runUntilStopped(startFromEnvironment(environment))
}

/** @returns false, and runs nothing, where the environment asks for the training workspace */
export const runProgramIfReal = async (environment: Environment): Promise<boolean> => {
  const chosen = Effect.runSync(Effect.result(chooseWorkspace(environment)))
  if (Result.isFailure(chosen)) runUntilStopped(Effect.fail(chosen.failure))
  else if (chosen.success === "training") return false
  else await runProgram(environment)
  return true
}
