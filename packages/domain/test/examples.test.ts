import { execFileSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const examples = join(import.meta.dirname, "../examples")

test.each(readdirSync(examples).filter((name) => name.endsWith(".ts")))("%s runs, anywhere in the world", (name) => {
  const printed = execFileSync(process.execPath, [join(examples, name)], {
    encoding: "utf8",
    env: { ...process.env, NODE_NO_WARNINGS: "1", TZ: "America/New_York" }
  })
  expect(printed).toMatchSnapshot()
})
