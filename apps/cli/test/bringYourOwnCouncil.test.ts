/** The guide for another council, followed to the letter by two: Derby's pack, and a council that is made up. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fitsPatterns, Notification, parseReferencePatterns } from "@safe-return/domain/pathway"
import { Result, Schema } from "effect"
import { afterEach, describe, expect, test, vi } from "vitest"
import { run } from "./run.ts"

const root = join(import.meta.dirname, "../../..")
const page = readFileSync(join(root, "docs/bring-your-own-council.md"), "utf8")

const blocksOf = (language: string): ReadonlyArray<string> =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block = ""]) => block)

const [days = ""] = blocksOf("csv")
const [notification = ""] = blocksOf("json")
const { wording } = JSON.parse(`{${blocksOf("jsonc")[0] ?? ""}}`)
const settingsBlock = blocksOf("sh").find((block) => block.includes("SLACK_BOT_TOKEN=")) ?? ""
const commands = blocksOf("sh")
  .flatMap((block) => block.split("\n"))
  .filter((line) => line.startsWith("safe-return "))

const settingsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settingsBlock
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [name = "", ...value] = line.split("=")
        return [name, value.join("=").replaceAll('"', "").replaceAll("our-council/", `${folder}/`)]
      })
  )

/** In the place of what nobody may leave as the guide has it. */
const secrets = {
  SLACK_BOT_TOKEN: "xoxb-synthetic",
  SLACK_SIGNING_SECRET: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  SLACK_APP_TOKEN: "xapp-synthetic",
  SAFE_RETURN_INTAKE_TOKEN: "synthetic-token-of-24-characters"
}

interface Findings {
  readonly findings: ReadonlyArray<{ readonly check: string; readonly status: string; readonly found: string }>
}

interface FollowedGuide {
  readonly pack: string
  /** What the council's people change in the file with an editor. */
  readonly edit: (policy: Record<string, unknown>) => Record<string, unknown>
}

const councils: Readonly<Record<string, FollowedGuide>> = {
  "Derby and Derbyshire": { pack: "derbyshire", edit: (policy) => policy },
  Wherryshire: {
    pack: "rotherham",
    edit: ({ ladder: _ladder, ...policy }) => ({ ...policy, id: "wherryshire-2026", title: "Wherryshire", wording })
  }
}

/** Runs every command of the page in its order, and keeps what each printed. */
const follow = async ({ pack, edit }: FollowedGuide) => {
  const folder = join(mkdtempSync(join(tmpdir(), "safe-return-guide-")), "our-council")
  mkdirSync(folder)
  writeFileSync(join(folder, "days.csv"), days)
  const printed: Array<string> = []
  for (const command of commands) {
    const [words = "", file] = command.replace("policy show rotherham", `policy show ${pack}`).split(" > ")
    const args = words
      .split(" ")
      .slice(1)
      .map((part) => part.replace("our-council/", `${folder}/`).replace(/^docs\//, `${root}/docs/`))
    const { status, stdout, stderr } = await run(args)
    expect([command, status, stderr]).toEqual([command, 0, ""])
    printed.push(stdout)
    if (file !== undefined) {
      const path = file.replace("our-council/", `${folder}/`)
      writeFileSync(path, JSON.stringify(edit(JSON.parse(stdout)), null, 2))
    }
  }
  return { folder, printed: printed.join("\n") }
}

afterEach(() => void vi.unstubAllEnvs())

test("the guide shows, checks, compares and counts by the council's own policy", () => {
  expect(commands.map((command) => command.split(" ").slice(1, 3).join(" "))).toEqual([
    "policy show",
    "policy check",
    "policy compare",
    "deadline 2026-12-23T20:00:00Z"
  ])
})

test("the guide has a section for each step, in their order", () => {
  const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  const steps = [
    "The policy",
    "Reference patterns",
    "Calendar",
    "Roles",
    "Rota",
    "Settings",
    "First import",
    "Shadow",
    "Live"
  ]
  expect(titles.filter((title) => steps.includes(title ?? ""))).toEqual(steps)
})

test("a secret that is left as the guide has it is refused by name, and nothing else is", async () => {
  const { folder } = await follow({ pack: "rotherham", edit: (policy) => policy })
  for (const name of Object.keys(process.env)) if (name.startsWith("SAFE_RETURN_")) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(settingsIn(folder))) vi.stubEnv(name, value)
  vi.stubEnv("SLACK_API_URL", "https://127.0.0.1:9/api/")
  const { findings }: Findings = JSON.parse((await run(["doctor", "--json"])).stdout)
  const refused = findings.flatMap(({ check, found }) => (check === "settings" ? [found.split(" ")[0]] : []))
  expect(refused.toSorted()).toEqual(Object.keys(secrets).toSorted())
})

describe.each(Object.entries(councils))("%s", (title, council) => {
  test("every command of the guide does what it says", async () => {
    const { printed } = await follow(council)
    expect(printed).toContain(`${title} (`)
    expect(printed).toContain("in order.")
    expect(printed).toContain("Thursday 24 December 2026: not counted: Offices closed")
  })

  test("the doctor finds the settings of the guide, the policy and the days in order", async () => {
    const { folder } = await follow(council)
    const settings = settingsIn(folder)
    // What this machine has set is none of the guide's.
    for (const name of Object.keys(process.env)) if (name.startsWith("SAFE_RETURN_")) vi.stubEnv(name, undefined)
    for (const [name, value] of Object.entries({ ...settings, ...secrets })) vi.stubEnv(name, value)
    // Nothing of this is real, so that Slack must not be asked.
    vi.stubEnv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    const { stdout } = await run(["doctor", "--json"])
    const { findings }: Findings = JSON.parse(stdout)
    for (const check of ["settings", "policy", "calendar.overrides"]) {
      expect(findings.filter((finding) => finding.check === check).map(({ status, found }) => [status, found])).toEqual(
        [["well", expect.any(String)]]
      )
    }
  })

  test("the notification of the guide is one, in the forms of its references", async () => {
    const settings = settingsIn("our-council")
    const { child, policeReference } = Schema.decodeUnknownSync(Notification)(JSON.parse(notification))
    for (const [setting, reference] of [
      ["SAFE_RETURN_CASE_REFERENCES", child.reference],
      ["SAFE_RETURN_POLICE_REFERENCES", policeReference]
    ] as const) {
      const patterns = Result.getOrThrow(parseReferencePatterns(settings[setting] ?? ""))
      expect(fitsPatterns(reference, patterns)).toBe(true)
    }
  })
})
