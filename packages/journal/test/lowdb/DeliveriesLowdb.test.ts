import { deliveriesContract } from "../deliveriesContract.ts"
import { lowdbPlace } from "./freshPlace.ts"

deliveriesContract("lowdb", lowdbPlace)
