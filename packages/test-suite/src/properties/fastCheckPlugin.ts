import { fileURLToPath } from "node:url"
import type { Plugin } from "vitest/config"

const ours = fileURLToPath(new URL("./fastCheck.ts", import.meta.url))
const home = fileURLToPath(new URL("../", import.meta.url))

/** Gives tests our `fast-check`, and ours the library's. */
export const fastCheckPlugin = (): Plugin => ({
  name: "fast-check-on-chosen-seeds",
  enforce: "pre",
  resolveId: (source, importer) => (source === "fast-check" && importer?.startsWith(home) === false ? ours : null)
})
