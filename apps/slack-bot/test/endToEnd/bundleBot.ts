/** Puts the bot's process and all it loads into one file: `bundleBot.ts <folder>`. A process of its own, as Vite goes by its environment. */
import { join } from "node:path"
import { build } from "vite"

const [outDir] = process.argv.slice(2)
if (outDir === undefined) throw new Error("The folder to build into is missing.")

await build({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: "error",
  ssr: { noExternal: true },
  build: { ssr: join(import.meta.dirname, "botProcess.ts"), outDir, emptyOutDir: true, target: "esnext", minify: false }
})
