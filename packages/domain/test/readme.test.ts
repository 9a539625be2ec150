import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8")
const block = (language: string, after: string) => {
  const from = readme.indexOf(`\`\`\`${language}`, readme.indexOf(after)) + language.length + 4
  return readme.slice(from, readme.indexOf("```", from))
}

test("the README's example prints what the README says it prints", () => {
  const printed = execFileSync(
    process.execPath,
    ["--input-type=module-typescript", "--eval", block("ts", "## Using")],
    {
      cwd: join(import.meta.dirname, ".."),
      encoding: "utf8",
      env: { ...process.env, NODE_NO_WARNINGS: "1", TZ: "Pacific/Auckland" }
    }
  )
  expect(printed).toBe(block("text", "## Using"))
})
