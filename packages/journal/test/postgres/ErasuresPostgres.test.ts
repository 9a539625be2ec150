import { Effect } from "effect"
import { erasuresContract } from "../erasuresContract.ts"
import { postgresPlace } from "./freshPlace.ts"

erasuresContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)
