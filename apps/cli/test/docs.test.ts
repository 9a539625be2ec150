import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { run } from "./run.ts"

const root = join(import.meta.dirname, "../../..")
const file = join(root, "docs/command-line.md")
const page = readFileSync(file, "utf8")

/** A `console` block: the command line after the prompt, and what it prints. */
const blocks = /```console\n\$ safe-return (.+)\n[\s\S]*?```/g

const commands = [...page.matchAll(blocks)].map(([, command = ""]) => command)

const printedBy = async (command: string): Promise<string> => {
  const args = command.split(" ").map((part) => part.replace(/^docs\//, `${root}/docs/`))
  const { stdout, stderr } = await run(args)
  return (stdout === "" ? stderr : stdout).replaceAll(`${root}/`, "")
}

test("the page shows every command", () => {
  const shown = new Set(commands.map((command) => command.split(" ")[0]))
  expect(shown).toEqual(
    new Set([
      "deadline",
      "deadlines",
      "calendar",
      "moved",
      "triggers",
      "scorecard",
      "foi",
      "cme",
      "joined-up",
      "school-days",
      "policy",
      "journal"
    ])
  )
})

// `vitest run apps/cli/test/docs.test.ts --update` renews the page.
test("every block on the page prints what the page says", async () => {
  const printed = await Promise.all(commands.map(printedBy))
  let at = 0
  const renewed = page.replace(blocks, (_block, command: string) => {
    const output = printed[at]
    at += 1
    return `\`\`\`console\n$ safe-return ${command}\n${output}\`\`\``
  })
  await expect(renewed).toMatchFileSnapshot(file)
})
