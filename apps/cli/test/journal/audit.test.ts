import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Audit, type AuditEntry } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { folderOfTests, run } from "../run.ts"

const directory = join(folderOfTests, "audited")
const child = ChildReference.make("LCS-10432")

const entries: ReadonlyArray<AuditEntry> = [
  { at: utc(2026, 11, 26, 9), by: PersonId.make("U0MADEUP1"), act: "see-queue", outcome: "allowed" },
  { at: utc(2026, 11, 26, 9, 5), by: PersonId.make("U0MADEUP1"), act: "see-cases", child, outcome: "allowed" },
  { at: utc(2026, 11, 26, 10), by: PersonId.make("U0MADEUP2"), act: "reveal-profile", child, outcome: "refused" },
  {
    at: utc(2026, 7, 1, 23, 30),
    by: PersonId.make("police-intake"),
    act: "send-notification",
    child,
    outcome: "allowed"
  }
]

beforeAll(() =>
  Effect.runPromise(
    Effect.flatMap(Audit, (audit) => Effect.forEach(entries, audit.add)).pipe(Effect.provide(lowdbLayer({ directory })))
  )
)

const audit = (...args: ReadonlyArray<string>) => run(["journal", "audit", "--data", directory, ...args])

describe("safe-return journal audit", () => {
  test("tells who asked for what, in London time, and whether they were let", async () => {
    expect(await audit()).toEqual({
      status: 0,
      stderr: "",
      stdout: [
        "4 of the 4 entries in the audit",
        "  1. Thursday 26 November 2026, 09:00 GMT: U0MADEUP1, see-queue: allowed",
        "  2. Thursday 26 November 2026, 09:05 GMT: U0MADEUP1, see-cases, LCS-10432: allowed",
        "  3. Thursday 26 November 2026, 10:00 GMT: U0MADEUP2, reveal-profile, LCS-10432: refused",
        "  4. Thursday 2 July 2026, 00:30 BST: police-intake, send-notification, LCS-10432: allowed",
        ""
      ].join("\n")
    })
  })

  test.each([
    [
      ["--child", "lcs-10432"],
      [2, 3, 4]
    ],
    [
      ["--by", "U0MADEUP1"],
      [1, 2]
    ],
    [
      ["--from", "2026-11-26T09:05:00Z"],
      [2, 3]
    ],
    [
      ["--to", "2026-11-26T09:05:00Z"],
      [1, 4]
    ],
    [["--child", "LCS-10432", "--by", "U0MADEUP2"], [3]],
    [["--child", "LCS-99999"], []]
  ])("%s picks out %s", async (args, numbers) => {
    const { stdout, status } = await audit(...args, "--json")
    expect([status, JSON.parse(stdout).map(({ number }: { number: number }) => number)]).toEqual([0, numbers])
  })

  test("--json gives every entry in the published shape", async () => {
    const { stdout } = await audit("--json")
    expect(JSON.parse(stdout).slice(0, 2)).toEqual([
      {
        number: 1,
        at: "2026-11-26T09:00:00.000Z",
        by: "U0MADEUP1",
        act: "see-queue",
        child: null,
        outcome: "allowed"
      },
      expect.objectContaining({ child })
    ])
  })

  test.each([
    [["--child", "Zed Made-Up"], "--child: This is no case reference"],
    [["--from", "yesterday"], "--from: This is not a date and time"],
    [["--to", "2026-11-26T09:00"], "--to: This is not a date and time"]
  ])("%s is refused without being repeated", async (args, sentence) => {
    const { status, stdout, stderr } = await audit(...args)
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain("Zed")
  })

  test("a folder without an audit is said to be none", async () => {
    const { status, stderr } = await run(["journal", "audit", "--data", join(folderOfTests, "nowhere")])
    expect(status).toBe(1)
    expect(stderr).toContain("the folder or the document is gone")
  })

  test("what was changed is named, and the rest still shown", async () => {
    const path = join(directory, "audit/000000000001.jsonl")
    const whole = readFileSync(path, "utf8")
    writeFileSync(path, whole.replace("U0MADEUP2", "U0MADEUP3"))
    const { status, stdout, stderr } = await audit("--json")
    expect([status, JSON.parse(stdout).length]).toEqual([1, 4])
    expect(stderr).toContain("audit/000000000001.jsonl, line 3: entry 3 is not as it was written")
    writeFileSync(path, whole)
  })
})
