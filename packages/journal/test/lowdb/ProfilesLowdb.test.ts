import { profilesContract } from "../profilesContract.ts"
import { lowdbPlace } from "./freshPlace.ts"

profilesContract("lowdb", lowdbPlace)
