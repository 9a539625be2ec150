/** The `safe-return` command. JavaScript, as Node takes a quarter of a short command to load what reads TypeScript. */
import { enableCompileCache } from "node:module"
import { join } from "node:path"

// Half of a short command is the compiling of its modules; a long table has no room for what is kept of it.
if (process.argv[2] !== "deadlines")
  enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/compiled"))
// Loaded after it, so that what it was compiled to is kept too.
const { programAt } = await import("@safe-return/bundle")
await import(programAt(join(import.meta.dirname, "runCommandLine.ts")))
