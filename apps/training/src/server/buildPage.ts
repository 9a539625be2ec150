/** Builds the page into the folder that is named; a process of its own, because Vite goes by its environment. */
import { join } from "node:path"
import { build } from "vite"

const [outDir] = process.argv.slice(2)
if (outDir === undefined) throw new Error("The folder to build into is missing.")

await build({
  configFile: join(import.meta.dirname, "../../vite.config.ts"),
  logLevel: "error",
  build: { outDir, emptyOutDir: true }
})
