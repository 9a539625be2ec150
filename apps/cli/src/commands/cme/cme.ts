import { Command } from "effect/cli"
import { censusReturn } from "./return.ts"
import { cmeScorecard } from "./scorecard.ts"

export const cme = Command.make("cme").pipe(
  Command.withDescription("Children missing education: DfE's return of a census day, and the scorecard of a quarter"),
  Command.withSubcommands([censusReturn, cmeScorecard])
)
