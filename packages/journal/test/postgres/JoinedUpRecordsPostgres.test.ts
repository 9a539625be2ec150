import { Effect } from "effect"
import { joinedUpRecordsContract } from "../joinedUpRecordsContract.ts"
import { postgresPlace } from "./freshPlace.ts"

joinedUpRecordsContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)
