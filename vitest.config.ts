import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const domain = "packages/domain/test/**/*.test.ts"

/** Tests that start nothing: each makes what it asks about, and leaves nothing behind. */
const nothingStarted = [
  "apps/slack-bot/test/{configuration,home,listeners,messages,people,views,words}/**/*.test.ts",
  "apps/training/test/{caseload/figures,clock,happened,page}/**/*.test.ts",
  "apps/training/test/caseload/*.test.ts",
  "packages/exchange/test/**/*.test.ts"
]

/** The files that take minutes, browsers and processes that are killed among them, longest first. */
const longest = [
  "apps/training/test/scenarios/inThePage",
  "apps/training/test/browser/",
  "apps/slack-bot/test/endToEnd/killed",
  "apps/cli/test/command",
  "apps/training/test/scenarios/",
  "apps/training/test/caseload/"
]

/** Begun last, one of them would keep one core busy while the other has nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>) {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part))
      return found === -1 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests that start processes start hundreds: what Node compiled once it need not compile again.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/node-compile-cache") },
    testTimeout: 20_000,
    // One for each core: by itself Vitest leaves one idle, which on two cores is half of the machine.
    maxWorkers: "100%",
    // Long enough for a machine several times slower; a poll that succeeds takes no longer for it.
    expect: { poll: { timeout: 10_000 } },
    reporters: process.env["CI"] === undefined ? ["default"] : ["default", "json"],
    outputFile: { json: ".safe-return/test-report.json" },
    projects: [
      // The domain keeps nothing between calls: its test files can share one loading of it, most of their time else.
      // A few start processes of their own, in other time zones: minutes on a machine that has other things to do.
      { extends: true, test: { name: "domain", include: [domain], isolate: false, testTimeout: 120_000 } },
      { extends: true, test: { name: "what starts nothing", include: nothingStarted, isolate: false } },
      {
        extends: true,
        test: {
          name: "packages and apps",
          globalSetup: ["packages/postgres-testkit/src/globalSetup.ts"],
          include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
          exclude: [domain, ...nothingStarted]
        }
      }
    ]
  }
})
