/** Bundles the command line, which `pnpm install` does once; it runs from its sources until that is done. */
import { renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { BUNDLES, type Bundle, bundledFile, freshBundle, manifestIn } from "../src/bundle.ts"

const ROOT = join(import.meta.dirname, "../../..")
const ENTRY = join(import.meta.dirname, "../src/runCommandLine.ts")

/** What decides which files a name stands for. */
const SETTINGS = ["pnpm-lock.yaml", "pnpm-workspace.yaml"].map((name) => join(ROOT, name))

/** @param folder what was in it is taken away */
export const bundleCommandLine = async (folder: string): Promise<void> => {
  const { rolldown } = await import("rolldown")
  const sources = new Set<string>()
  const build = await rolldown({
    input: ENTRY,
    platform: "node",
    plugins: [
      {
        name: "sources",
        moduleParsed: ({ id }) => {
          if (!id.includes("node_modules") && id.startsWith(ROOT)) sources.add(id)
        }
      }
    ]
  })
  rmSync(folder, { recursive: true, force: true })
  const { output } = await build.write({ dir: folder, format: "esm" })
  const [{ fileName }] = output
  const files = [...sources, ...SETTINGS].map(bundledFile)
  const bundle: Bundle = { entry: join(folder, fileName), files }
  writeFileSync(`${manifestIn(folder)}.new`, JSON.stringify(bundle))
  renameSync(`${manifestIn(folder)}.new`, manifestIn(folder))
}

if (import.meta.main && freshBundle(BUNDLES) === undefined) await bundleCommandLine(BUNDLES)
