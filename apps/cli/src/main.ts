/** The `safe-return` command: what the script of that name in the root's package.json runs. */
import { enableCompileCache } from "node:module"
import { join } from "node:path"

// Three quarters of a short command are the compiling of its modules.
enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/compiled"))
await import("./runCommandLine.ts")
