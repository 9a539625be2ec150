import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { drawn, instrumented } from "./mutants.ts"

const root = join(import.meta.dirname, "../../../..")
const { MUTATION_SOURCES = "", MUTATION_TESTS = "", MUTATION_LIST = "", MUTATION_SAMPLE = "" } = process.env
const { MUTATION_TESTS_LEFT_OUT = "", MUTATION_OF_APP = "", MUTATION_SEED = "" } = process.env
const { code, mutants } = await instrumented(root, MUTATION_SOURCES.split(","))
const tried = MUTATION_SAMPLE === "" ? mutants : drawn(mutants, Number(MUTATION_SAMPLE), MUTATION_SEED)
writeFileSync(MUTATION_LIST, JSON.stringify(tried))

const isOfApp = MUTATION_OF_APP === "true"

/** What a test of a running bot waits for comes within this, or not at all. */
const PATIENCE_MILLISECONDS = 2_000

export default defineConfig({
  root,
  plugins: [{ name: "mutants", enforce: "pre", load: (id) => code.get(id) ?? null }],
  test: {
    include: MUTATION_TESTS.split(","),
    exclude: MUTATION_TESTS_LEFT_OUT.split(","),
    ...(isOfApp
      ? {
          globalSetup: ["packages/postgres-testkit/src/globalSetup.ts"],
          env: { TEST_PATIENCE: String(PATIENCE_MILLISECONDS) },
          expect: { poll: { timeout: PATIENCE_MILLISECONDS } }
        }
      : {}),
    runner: join(import.meta.dirname, "runner.ts"),
    setupFiles: [join(import.meta.dirname, "setup.ts")],
    // It knows nothing of mutants: it would hand out a source as it was, or as it was mutated before.
    fsModuleCache: false,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 600_000
  }
})
