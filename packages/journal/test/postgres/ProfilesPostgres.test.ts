import { profilesContract } from "../profilesContract.ts"
import { postgresPlace } from "./freshPlace.ts"

profilesContract("PostgreSQL", postgresPlace)
