import { defineConfig } from "vitest/config"

/** The rooms whose tests are run; `MUTATION_TESTS=risk,policy` names fewer, for a quick look at one room. */
const rooms = process.env["MUTATION_TESTS"] ?? "calendar,deadlines,interview,knowing,pathway,policy,retention,risk"

/** The tests mutants are run against: all but those that spawn processes, which no mutant could reach anyway. */
export default defineConfig({
  test: {
    include: rooms.split(",").map((room) => `packages/domain/test/${room}/**/*.test.ts`),
    exclude: ["**/*InEveryZone.test.ts"],
    setupFiles: ["packages/domain/vitest.mutation.setup.ts"],
    isolate: false,
    testTimeout: 60_000
  }
})
