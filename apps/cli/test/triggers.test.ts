import { packs } from "@safe-return/domain/policy"
import { expect, test } from "vitest"
import { AS_OF, caseload, caseloadFile } from "./caseload.ts"
import { fileWith, run } from "./run.ts"

interface Answer {
  readonly childRef: string
  readonly rule: string
  readonly level: string
  readonly episodeIds: ReadonlyArray<string>
}

const triggers = async (...more: ReadonlyArray<string>) => {
  const told = await run(["triggers", "--episodes", caseloadFile(), "--as-of", AS_OF, "--json", ...more])
  expect(told.status).toBe(0)
  return { answers: JSON.parse(told.stdout) as ReadonlyArray<Answer>, ...told }
}

const repeats = (answers: ReadonlyArray<Answer>) => answers.filter(({ rule }) => rule === "repeat-episodes")

test("three episodes in thirty days are told with their evidence, in the published shape", async () => {
  const { answers } = await triggers()
  const [repeat, ...more] = repeats(answers)
  expect(more).toEqual([])
  expect(repeat).toMatchObject({ childRef: "LCS-10432", level: "consider", episodeIds: ["E1", "E2", "E3"] })
  for (const answer of answers) {
    expect(Object.keys(answer)).toEqual([
      "childRef",
      "rule",
      "level",
      "action",
      "episodeIds",
      "because",
      "source",
      "verified"
    ])
  }
})

test("another policy asks otherwise of the same children", async () => {
  const { answers } = await triggers("--policy", "derbyshire")
  expect(repeats(answers)[0]).toMatchObject({ level: "must", episodeIds: ["E1", "E2", "E3"] })
})

test("a policy file is worked by: four episodes asked for, and three do not fire", async () => {
  const changed = packs.rotherham.triggers?.map((setting) =>
    setting.rule === "episodes-in-window" ? { ...setting, count: { ...setting.count, value: 4 } } : setting
  )
  const policy = fileWith("policy.json", JSON.stringify({ ...packs.rotherham, triggers: changed }))
  expect(repeats((await triggers("--policy", policy)).answers)).toEqual([])
})

test("--as-of reads the table as it stood: before the third episode nothing repeats", async () => {
  const told = await run(["triggers", "--episodes", caseloadFile(), "--as-of", "2026-11-18T19:59:59Z", "--json"])
  expect(repeats(JSON.parse(told.stdout))).toEqual([])
})

test("a child still missing is among them, and without --json it is told in words", async () => {
  const { status, stdout } = await run(["triggers", "--episodes", "-", "--as-of", AS_OF], { stdin: caseload })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^LCS-20877$/m)
  expect(stdout).toContain("3 missing episodes in 30 days. Episodes: E1, E2, E3")
  expect(stdout).toContain("Source: ")
})

test("what the table tells too little for is said on standard error, never on standard output", async () => {
  const bare = fileWith(
    "bare.csv",
    "episode_id,child_ref,missing_at,ward\nE1,LCS-1,2026-11-20T10:00Z,Wath\nE2,LCS-1,,Wath\n"
  )
  const { status, stdout, stderr } = await run(["triggers", "--episodes", bare, "--as-of", AS_OF, "--json"])
  expect(status).toBe(0)
  expect(Array.isArray(JSON.parse(stdout))).toBe(true)
  for (const note of [
    "kept aside, not columns of the table: ward",
    "not in the header, so not known: absence",
    "left out, missing_at not known: 1 row, the first on line 3",
    "risk not known, read as no-apparent: 1 row",
    "could not be judged, not known: "
  ]) {
    expect(stderr).toContain(note)
  }
})

test.each([
  ["an unknown code", caseload.replace(",low,", ",lowish,"), ["line 5", "column 7 (risk)"]],
  ["a name for a reference", caseload.replace("LCS-20877", "Jane Doe"), ["line 5", "column 2 (child_ref)"]],
  ["an episode twice", caseload.replace("E4,", "E3,"), ["line 5", "episode_id", "line 4"]],
  ["no header", caseload.split("\n").slice(1).join("\n"), ["line 1", "episode_id"]],
  ["an empty file", "", ["line 1"]]
])("%s is bad input with its place, and nothing printed", async (_what, text, places) => {
  const file = fileWith("episodes.csv", text)
  const { status, stdout, stderr } = await run(["triggers", "--episodes", file, "--json"])
  expect([status, stdout]).toEqual([2, ""])
  for (const place of [file, ...places]) expect(stderr).toContain(place)
  expect(stderr).not.toContain("Jane")
})

test("an --as-of that is no moment is bad input", async () => {
  const { status, stdout, stderr } = await run(["triggers", "--episodes", caseloadFile(), "--as-of", "2026-11-22"])
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toContain("--as-of")
})

test("--case-references refuses a table with another form of reference, without repeating it", async () => {
  const file = fileWith("names.csv", "episode_id,child_ref,missing_at\nE1,SMITH-JADE-14,2026-11-01T10:00:00Z\n")
  const given = ["triggers", "--episodes", file, "--as-of", AS_OF, "--json"]
  expect((await run(given)).status).toBe(0)
  const refused = await run([...given, "--case-references", "LCS-#####, #{6-8}"])
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain(
    "line 2, column 2 (child_ref): This has not the form asked for: LCS- and 5 digits, such as LCS-12345; or 6 to 8 digits, such as 12345678."
  )
  expect(refused.stderr).not.toContain("SMITH")
  const wrong = await run([...given, "--case-references", "LCS-10432"])
  expect([wrong.status, wrong.stderr.includes("--case-references")]).toEqual([2, true])
})
