import { Effect } from "effect"
import { journalLowdb } from "../../src/files.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { referencesContract } from "../referencesContract.ts"

referencesContract("lowdb", Effect.map(freshDirectory, journalLowdb))
