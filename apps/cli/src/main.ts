/** The `safe-return` command: what the script of that name in the root's package.json runs. */
import { enableCompileCache } from "node:module"
import { join } from "node:path"
import { programAt } from "@safe-return/bundle"

// Half of a short command is the compiling of its modules; a long table has no room for what is kept of it.
if (process.argv[2] !== "deadlines")
  enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/compiled"))
await import(programAt(join(import.meta.dirname, "runCommandLine.ts")))
