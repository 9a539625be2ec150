import { globSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, it } from "vitest"

const source = path.join(import.meta.dirname, "../src")
const files = globSync("**/*.ts", { cwd: source })

const ofSlack = /slack|\/rhi\b|\/missing\b|\bbuttons?\b|\bchannels?\b|\bcards?\b|\bmodal\b/i

it("the domain has many files to look through", () => {
  expect(files.length).toBeGreaterThan(150)
})

it.each(files)("%s says nothing of Slack, its commands, cards or buttons", (file) => {
  const lines = readFileSync(path.join(source, file), "utf8").split("\n")
  expect(lines.filter((line) => ofSlack.test(line))).toEqual([])
})
