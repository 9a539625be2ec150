import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { fileWith, run } from "./run.ts"

/** Made-up children: one known to schools alone, one to both systems. */
const cases = `case_id,child_ref,social_care_ref,since
C1,EDU-1,LCS-1,2026-03-02
C2,EDU-2,,2026-03-09
`
const episodes = `episode_id,child_ref,absence,missing_at,returned_at
E1,LCS-1,missing,2026-03-01T20:00:00Z,2026-03-02T08:00:00Z
`
const exclusions = `child_ref,kind,from,to
EDU-2,suspension,2026-03-03,2026-03-04
`
const links = `link_id,event,education_ref,social_care_ref,by,on
L1,confirmed,EDU-1,LCS-1,U1,2026-03-10
`
const undone = `${links}L1,undone,,,U1,2026-03-11\n`

const asked = (...more: ReadonlyArray<string>) => [
  "joined-up",
  "--cases",
  fileWith("cases.csv", cases),
  "--episodes",
  fileWith("episodes.csv", episodes),
  "--exclusions",
  fileWith("exclusions.csv", exclusions),
  ...more
]

const strandsIn = (stdout: string) =>
  JSON.parse(stdout).children.map(
    ({ references, strands }: { references: ReadonlyArray<object>; strands: unknown }) => [
      references.map((one) => (one as { reference: string }).reference),
      strands
    ]
  )

test("joined-up joins what people confirmed, and takes it apart where it was undone", async () => {
  const confirmed = await run(asked("--links", fileWith("links.csv", links), "--json"))
  expect(confirmed.status).toBe(0)
  expect(strandsIn(confirmed.stdout)).toEqual([
    [
      ["EDU-1", "LCS-1"],
      ["missing", "education"]
    ],
    [["EDU-2"], ["education", "exclusion"]]
  ])
  expect(JSON.parse(confirmed.stdout).proposed).toEqual([])
  const apart = await run(asked("--links", fileWith("links.csv", undone), "--json"))
  expect(strandsIn(apart.stdout)).toEqual([[["EDU-2"], ["education", "exclusion"]]])
  expect(JSON.parse(apart.stdout).proposed).toMatchObject([
    { education: "EDU-1", socialCare: "LCS-1", wasUndone: true }
  ])
})

test("joined-up lists facts with their days, and says that exploitation is not known", async () => {
  const { stdout, stderr } = await run(asked("--links", fileWith("links.csv", links), "--format", "text"))
  expect(stdout).toContain("  EDU-1 (education) = LCS-1 (social care)")
  expect(stdout).toContain("    Sun 1 Mar 2026 to Mon 2 Mar 2026: Missing episodes: Missing (E1)")
  expect(stderr).toContain("Exploitation is not known")
  expect(stdout).not.toContain("Criminal exploitation")
  const indicators = fileWith("indicators.csv", "child_ref,kind,noted_on\nLCS-1,criminal-exploitation,2026-03-05\n")
  const known = await run(asked("--links", fileWith("links.csv", links), "--indicators", indicators))
  expect(known.stdout).toContain("    Thu 5 Mar 2026: Criminal exploitation (CCE): Suspected")
})

test("joined-up withholds small counts from people, and names no child where it is asked to", async () => {
  const { stdout } = await run(asked())
  expect(stdout).toContain("Every combination: c")
  const alone = await run(asked("--suppress", "--json"))
  expect(Object.keys(JSON.parse(alone.stdout))).toEqual(["counts"])
  expect(alone.stdout).not.toMatch(/EDU|LCS/)
  const whole = await run(asked("--no-suppress"))
  expect(whole.stdout).toContain("Children missing education + Suspensions and exclusions: 1")
})

test("joined-up writes a page for a panel", async () => {
  const page = join(dirname(fileWith("cases.csv", cases)), "panel.html")
  const { status } = await run(asked("--format", "html", "--out", page))
  expect([status, readFileSync(page, "utf8").includes("Children on more than one strand")]).toEqual([0, true])
})

test.each([
  [["joined-up"], "--cases"],
  [["joined-up", "--cases", "-", "--episodes", "-"], "Standard input is read once"]
])("%j is refused with what to do", async (given, words) => {
  const { status, stdout, stderr } = await run(given, { stdin: cases })
  expect([status, stdout, stderr.includes(words)]).toEqual([2, "", true])
})
