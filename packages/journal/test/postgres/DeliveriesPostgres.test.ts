import { deliveriesContract } from "../deliveriesContract.ts"
import { postgresPlace } from "./freshPlace.ts"

deliveriesContract("PostgreSQL", postgresPlace)
