import { defineConfig } from "vitest/config"

/** The tests mutants are run against: all but those that spawn processes, which no mutant could reach anyway. */
export default defineConfig({
  test: {
    include: ["packages/domain/test/{deadlines,interview,knowing,pathway,policy,risk}/**/*.test.ts"],
    exclude: ["**/*InEveryZone.test.ts"],
    setupFiles: ["packages/domain/vitest.mutation.setup.ts"],
    testTimeout: 60_000
  }
})
