import { Effect } from "effect"
import { journalLowdb } from "../../src/files.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { journalContract } from "../journalContract.ts"

journalContract("lowdb", Effect.map(freshDirectory, journalLowdb))
