import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const domain = join(import.meta.dirname, "..")

const blocks = (readme: string, language: string): ReadonlyArray<string> =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(([, block = ""]) => block)

const readmes = ["../../README.md", "README.md"].map((name) => readFileSync(join(domain, name), "utf8"))

const examples = readmes.flatMap((readme) => {
  const printed = blocks(readme, "text")
  return blocks(readme, "ts").map((code, index) => [code, printed[index]] as const)
})

test("both READMEs have their examples", () => {
  expect(examples).toHaveLength(5)
})

test.each(examples)("what an example of a README prints is what it says: %#", (code, said) => {
  const printed = execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    cwd: domain,
    encoding: "utf8",
    env: { ...process.env, NODE_NO_WARNINGS: "1", TZ: "Pacific/Auckland" }
  })
  expect(printed).toBe(said)
})
