import { publishedScorecardsContract } from "../publishedScorecardsContract.ts"
import { lowdbPlace } from "./freshPlace.ts"

publishedScorecardsContract("lowdb", lowdbPlace)
