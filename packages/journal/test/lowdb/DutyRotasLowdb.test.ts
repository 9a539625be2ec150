import { dutyRotasContract } from "../dutyRotasContract.ts"
import { lowdbPlace } from "./freshPlace.ts"

dutyRotasContract("lowdb", lowdbPlace)
