import { type Definition, OUR_MEASURE } from "../../scorecard/definition.ts"
import { closedCasesDefinitions } from "./closedCases.ts"
import { newCaseShareDefinitions } from "./newCaseShares.ts"
import { newCasesDefinitions } from "./newCases.ts"
import { openCasesDefinitions } from "./openCases.ts"
import { quarterTrendDefinition } from "./quarterTrend.ts"
import { returningDefinition } from "./returning.ts"

/** What every field of the scorecard counts, in the order of its fields. */
export const educationDefinitions: ReadonlyArray<Definition> = [
  {
    field: "quarter",
    counts: "A quarter of the financial year, `2018-19-Q4`. The first is April to June, the fourth January to March.",
    source: OUR_MEASURE
  },
  {
    field: "asOf",
    counts:
      "The day up to whose end facts are known. A case referred later is not there; one closed later is still open. Of the other columns no day is known: they count as they stand in the table.",
    source: OUR_MEASURE
  },
  ...newCasesDefinitions,
  returningDefinition,
  ...newCaseShareDefinitions,
  ...openCasesDefinitions,
  ...closedCasesDefinitions,
  quarterTrendDefinition
]
