import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { holdsContract } from "../holdsContract.ts"

holdsContract(
  "lowdb",
  Effect.map(freshDirectory, (directory) => lowdbLayer({ directory }))
)
