import { Command } from "effect/cli"
import { censusGaps } from "./gaps.ts"
import { importSchoolReturns } from "./import.ts"
import { censusReturn } from "./return.ts"
import { cmeScorecard } from "./scorecard.ts"

export const cme = Command.make("cme").pipe(
  Command.withDescription(
    "Children missing education: DfE's return of a census day, what is missing from it, the scorecard of a quarter, and schools' returns"
  ),
  Command.withSubcommands([censusReturn, censusGaps, cmeScorecard, importSchoolReturns])
)
