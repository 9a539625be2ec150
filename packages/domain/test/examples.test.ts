import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const examples = join(import.meta.dirname, "../examples")

test.each(["ownPathway.ts", "ownPolicy.ts", "ownRule.ts"])("%s is under 40 lines", (name) => {
  expect(readFileSync(join(examples, name), "utf8").trim().split("\n").length).toBeLessThan(40)
})

test.each(readdirSync(examples).filter((name) => name.endsWith(".ts") && name !== "syntheticReport.ts"))(
  "%s runs, anywhere in the world",
  (name) => {
    const printed = execFileSync(process.execPath, [join(examples, name)], {
      encoding: "utf8",
      env: { ...process.env, NODE_NO_WARNINGS: "1", TZ: "America/New_York" }
    })
    expect(printed).toMatchSnapshot()
  }
)
