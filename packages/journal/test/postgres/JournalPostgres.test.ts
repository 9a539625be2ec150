import { Effect } from "effect"
import { journalContract } from "../journalContract.ts"
import { postgresPlace } from "./freshPlace.ts"

journalContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)
