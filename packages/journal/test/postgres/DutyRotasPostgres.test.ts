import { dutyRotasContract } from "../dutyRotasContract.ts"
import { postgresPlace } from "./freshPlace.ts"

dutyRotasContract("PostgreSQL", postgresPlace)
