import { Effect, Layer } from "effect"
import { postgresLayer } from "../../src/index.ts"
import { journalContract } from "../journalContract.ts"
import { newCouncil } from "./freshDatabase.ts"

journalContract(
  "PostgreSQL",
  Effect.map(newCouncil, (place) => Layer.orDie(postgresLayer(place)))
)
