import { publishedScorecardsContract } from "../publishedScorecardsContract.ts"
import { postgresPlace } from "./freshPlace.ts"

publishedScorecardsContract("PostgreSQL", postgresPlace)
