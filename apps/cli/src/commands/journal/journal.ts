import { Command } from "effect/cli"
import { audit } from "./audit.ts"

export const journal = Command.make("journal").pipe(
  Command.withDescription(
    "The records themselves: who asked for what, how long they are kept, and what is held of one child"
  ),
  Command.withSubcommands([audit])
)
