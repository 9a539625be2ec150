import { availableParallelism } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, JsonReporter, type TestSpecification } from "vitest/node"
import { makeFolderOfTheRun } from "./packages/test-suite/src/folderOfTheRun.ts"
import { LinePerFile } from "./packages/test-suite/src/LinePerFile.ts"
import { fastCheckPlugin } from "./packages/test-suite/src/properties/fastCheckPlugin.ts"

const domain = "packages/domain/test/**/*.test.ts"

/** Tests that reckon with all that their process has under way, or with how much of the processor it took. */
const onTheirOwn = [
  "apps/slack-bot/test/crash/crashTest.test.ts",
  "apps/slack-bot/test/simulatedMonth/*.test.ts",
  "apps/slack-bot/test/delivery/manyChildren.test.ts"
]

/** The files that take minutes, browsers and processes that are killed among them, longest first. */
const longest = [
  "apps/slack-bot/test/simulatedMonth/",
  "apps/slack-bot/test/crash/",
  "apps/training/test/scenarios/inThePage",
  "apps/training/test/browser/",
  "apps/slack-bot/test/endToEnd/killed",
  "apps/cli/test/command",
  "apps/training/test/scenarios/",
  "apps/slack-bot/test/runBot",
  "packages/slack-testkit/test/installed/",
  "packages/journal/test/postgres/",
  "apps/slack-bot/test/heartbeat/dying",
  "apps/slack-bot/test/endToEnd/",
  "packages/doctor/",
  "apps/training/test/caseload/",
  // The domain's, which end the run.
  "packages/domain/test/bundle",
  "packages/domain/test/examples",
  "packages/domain/test/readme",
  "InEveryZone",
  "packages/domain/test/deadlines/everyHour",
  "packages/domain/test/scorecard/suppression/"
]

/** One project after another, because a worker loads everything again for the next; the one of short files ends the run. */
const projects = ["on their own", "packages and apps", "domain"]

/** Begun last, a long file would keep one core busy while the other has nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>) {
    const place = ({ moduleId, project }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part))
      return projects.indexOf(project.name) * (longest.length + 1) + (found === -1 ? longest.length : found)
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

const folder = makeFolderOfTheRun()

export default defineConfig({
  plugins: [fastCheckPlugin()],
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests that start processes start hundreds: what Node compiled once it need not compile again.
    env: {
      NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/node-compile-cache"),
      TMPDIR: folder.usual,
      TESTS_ON_DISK: folder.onDisk
    },
    // Minutes, on a machine that has other things to do; what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Test files share a process: none finds what another has changed in it, or the file that left it fails.
    setupFiles: [join(import.meta.dirname, "packages/test-suite/src/setup.ts")],
    unstubEnvs: true,
    restoreMocks: true,
    // More than there are cores: a third of the tests wait for clocks, processes and servers most of their time.
    maxWorkers: 3 * availableParallelism(),
    // With more room for young objects they are collected seldomer: a twentieth of the processor's time.
    execArgv: ["--max-semi-space-size=64"],
    // Long enough for a machine several times slower; a poll that succeeds takes no longer for it.
    expect: { poll: { timeout: 30_000, interval: 10 } },
    // What a test that passes provoked on purpose is for its assertions; of one that fails it is shown.
    silent: "passed-only",
    reporters: [
      new LinePerFile(),
      ...(process.env["CI"] === undefined ? [] : [new JsonReporter({ outputFile: ".safe-return/test-report.json" })])
    ],
    projects: [
      // Each test file ends what it starts, so the next can go on in the same process: most of the time of a short one
      // is the loading of what it asks about.
      { extends: true, test: { name: "domain", include: [domain], isolate: false } },
      {
        extends: true,
        test: {
          name: "packages and apps",
          globalSetup: ["packages/postgres-testkit/src/globalSetup.ts"],
          include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
          exclude: [domain, ...onTheirOwn],
          isolate: false
        }
      },
      { extends: true, test: { name: "on their own", include: onTheirOwn } }
    ]
  }
})
