/** Makes the bundle of each program that is out of date: `makeBundle.ts ENTRY…`. `pnpm install` does it. */
import { renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { type Bundle, bundledFile, folderOf, freshBundle, manifestIn, ROOT } from "./programAt.ts"

/** What decides which files a name stands for, and what becomes of them. */
const SETTINGS = [...["pnpm-lock.yaml", "pnpm-workspace.yaml"].map((name) => join(ROOT, name)), import.meta.filename]

/** What lies beside a module is found there from the bundle too. */
const withOwnPlace = (code: string, id: string): string =>
  code
    .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))

/** @param folder what was in it is taken away */
export const makeBundle = async (entry: string, folder = folderOf(entry)): Promise<void> => {
  const { rolldown } = await import("rolldown")
  const sources = new Set<string>()
  const build = await rolldown({
    input: entry,
    platform: "node",
    plugins: [
      {
        name: "sources",
        transform: (code, id) => (code.includes("import.meta.") ? withOwnPlace(code, id) : undefined),
        moduleParsed: ({ id }) => {
          if (!id.includes("node_modules") && id.startsWith(ROOT)) sources.add(id)
        }
      }
    ]
  })
  rmSync(folder, { recursive: true, force: true })
  const { output } = await build.write({
    dir: folder,
    format: "esm",
    comments: false,
    // By this ending Node knows what they are without reading them through.
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs"
  })
  const [{ fileName }] = output
  const files = [...sources, ...SETTINGS].map(bundledFile)
  const bundle: Bundle = { entry: join(folder, fileName), files }
  writeFileSync(`${manifestIn(folder)}.new`, JSON.stringify(bundle))
  renameSync(`${manifestIn(folder)}.new`, manifestIn(folder))
}

/** @returns where the program's bundle begins */
export const bundleOf = async (entry: string): Promise<string> => {
  const folder = folderOf(entry)
  if (freshBundle(folder) === undefined) await makeBundle(entry)
  return freshBundle(folder) ?? entry
}

if (import.meta.main) for (const entry of process.argv.slice(2)) await bundleOf(resolve(entry))
