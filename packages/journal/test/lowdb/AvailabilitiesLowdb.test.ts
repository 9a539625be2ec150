import { availabilitiesContract } from "../availabilitiesContract.ts"
import { lowdbPlace } from "./freshPlace.ts"

availabilitiesContract("lowdb", lowdbPlace)
