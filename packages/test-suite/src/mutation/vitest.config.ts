import { readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const root = join(import.meta.dirname, "../../../..")
const { MUTATION_CODE = "", MUTATION_TESTS = "", MUTATION_LEFT_OUT = "" } = process.env
const { MUTATION_OF_APP = "", MUTATION_PLAN = "" } = process.env
const code = new Map<string, string>(JSON.parse(readFileSync(MUTATION_CODE, "utf8")))
const tests: ReadonlyArray<string> = JSON.parse(MUTATION_TESTS)

/** The files with the quickest tests kill most mutants, so they come first. */
class AsPlanned extends BaseSequencer {
  override async sort(files: Array<TestSpecification>) {
    const place = ({ moduleId }: TestSpecification) => tests.findIndex((file) => moduleId === join(root, file))
    return files.toSorted((one, other) => place(one) - place(other))
  }
}

/** What a test of a running bot waits for under a mutant comes within this, or not at all. */
const PATIENCE_MILLISECONDS = 2_000

export default defineConfig({
  root,
  plugins: [{ name: "mutants", enforce: "pre", load: (id) => code.get(id) ?? null }],
  test: {
    include: [...tests],
    exclude: JSON.parse(MUTATION_LEFT_OUT),
    ...(MUTATION_OF_APP === "true" ? { globalSetup: ["packages/postgres-testkit/src/globalSetup.ts"] } : {}),
    ...(MUTATION_OF_APP === "true" && MUTATION_PLAN !== ""
      ? {
          env: { TEST_PATIENCE: String(PATIENCE_MILLISECONDS) },
          expect: { poll: { timeout: PATIENCE_MILLISECONDS } }
        }
      : {}),
    runner: join(import.meta.dirname, "runner.ts"),
    setupFiles: [join(import.meta.dirname, "setup.ts")],
    sequence: { sequencer: AsPlanned },
    // It knows nothing of mutants: it would hand out a source as it was, or as it was mutated before.
    fsModuleCache: false,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 600_000
  }
})
