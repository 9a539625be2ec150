/** `npx -y pnpm@12 test-at-length [pattern …]`: the test files that have a long form, in that form. */
import { spawnSync } from "node:child_process"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../../../..")
const vitest = join(root, "node_modules/vitest/vitest.mjs")
const given = process.argv.slice(2)
const patterns = given.filter((each) => !each.startsWith("-"))

const files = globSync(["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"], { cwd: root })
  .filter((path) => readFileSync(join(root, path), "utf8").includes("/isAtLength.ts"))
  .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
if (files.length === 0) {
  console.error("No test with a long form has that in its path.")
  process.exit(2)
}
const options = given.filter((each) => each.startsWith("-"))
const env = { ...process.env, TESTS_AT_LENGTH: "yes" }
const { status } = spawnSync(process.execPath, [vitest, "run", ...options, ...files], {
  cwd: root,
  env,
  stdio: "inherit"
})
process.exitCode = status ?? 1
