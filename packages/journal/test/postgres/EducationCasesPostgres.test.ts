import { Effect } from "effect"
import { educationCasesContract } from "../educationCasesContract.ts"
import { postgresPlace } from "./freshPlace.ts"

educationCasesContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)
