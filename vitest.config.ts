import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
    testTimeout: 20_000,
    // Long enough for a machine several times slower; a poll that succeeds takes no longer for it.
    expect: { poll: { timeout: 10_000 } },
    reporters: process.env["CI"] === undefined ? ["default"] : ["default", "json"],
    outputFile: { json: ".safe-return/test-report.json" }
  }
})
