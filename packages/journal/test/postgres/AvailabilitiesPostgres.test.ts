import { availabilitiesContract } from "../availabilitiesContract.ts"
import { postgresPlace } from "./freshPlace.ts"

availabilitiesContract("PostgreSQL", postgresPlace)
