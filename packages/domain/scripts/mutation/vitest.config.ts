import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { instrumented } from "./mutants.ts"

const root = join(import.meta.dirname, "../../../..")
const { MUTATION_SOURCES = "", MUTATION_TESTS = "", MUTATION_LIST = "" } = process.env
const { code, mutants } = await instrumented(root, MUTATION_SOURCES.split(","))
writeFileSync(MUTATION_LIST, JSON.stringify(mutants))

export default defineConfig({
  root,
  plugins: [{ name: "mutants", enforce: "pre", load: (id) => code.get(id) ?? null }],
  test: {
    include: MUTATION_TESTS.split(","),
    // They start processes of their own, which no mutant reaches; or take every hour of 17 years to every mutant.
    exclude: ["**/*InEveryZone.test.ts", "**/everyHour.test.ts"],
    runner: join(import.meta.dirname, "runner.ts"),
    setupFiles: [join(import.meta.dirname, "setup.ts")],
    // It knows nothing of mutants: it would hand out a source as it was, or as it was mutated before.
    fsModuleCache: false,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 600_000
  }
})
