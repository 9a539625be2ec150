import { Effect } from "effect"
import { holdsContract } from "../holdsContract.ts"
import { postgresPlace } from "./freshPlace.ts"

holdsContract(
  "PostgreSQL",
  Effect.map(postgresPlace, ({ layer }) => layer)
)
