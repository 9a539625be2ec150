import { defineConfig } from "vitest/config"

const domain = "packages/domain/test/**/*.test.ts"

export default defineConfig({
  test: {
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
      {
        extends: true,
        test: {
          name: "packages and apps",
          globalSetup: ["packages/postgres-testkit/src/globalSetup.ts"],
          include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
          exclude: [domain]
        }
      }
    ]
  }
})
