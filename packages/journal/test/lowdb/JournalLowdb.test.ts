import { Effect } from "effect"
import { writeOnDisk } from "../../../test-suite/src/writeOnDisk.ts"
import { journalLowdb } from "../../src/files.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { journalContract } from "../journalContract.ts"

writeOnDisk()
journalContract("lowdb", Effect.map(freshDirectory, journalLowdb))
