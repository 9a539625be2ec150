/** What a person or a system asks for. `decide` answers each with events or a refusal. */
import * as Schema from "effect/Schema"
import { circumstanceCommands } from "./commands/circumstanceCommands.ts"
import { correctionCommands } from "./commands/correctionCommands.ts"
import { endingCommands } from "./commands/endingCommands.ts"
import { historyCommands } from "./commands/historyCommands.ts"
import { interviewCommands } from "./commands/interviewCommands.ts"
import { openingCommands } from "./commands/openingCommands.ts"
import { responsibilityCommands } from "./commands/responsibilityCommands.ts"

export * from "./commands/circumstanceCommands.ts"
export * from "./commands/correctionCommands.ts"
export * from "./commands/endingCommands.ts"
export * from "./commands/historyCommands.ts"
export * from "./commands/interviewCommands.ts"
export * from "./commands/openingCommands.ts"
export * from "./commands/responsibilityCommands.ts"

/** The schema of every kind of command, in the order of the pathway. */
export const commandKinds = [
  ...openingCommands,
  ...interviewCommands,
  ...responsibilityCommands,
  ...correctionCommands,
  ...endingCommands,
  ...circumstanceCommands,
  ...historyCommands
] as const

/**
 * Whatever can be asked for. Written: JSON with times as ISO 8601 with an offset. Read: times are epoch milliseconds.
 * Ids come from the caller.
 */
export const Command = Schema.Union(commandKinds)
export type Command = typeof Command.Type
