import { readFileSync } from "node:fs"
import { packs } from "@safe-return/domain/policy"
import { describe, expect, test } from "vitest"
import { AS_OF, caseloadFile } from "./caseload.ts"
import { fileWith, run } from "./run.ts"

const { rotherham } = packs

describe("policy check", () => {
  test.each(Object.keys(packs))("the pack %s is in order and tells what needs confirming", async (name) => {
    const { status, stdout, stderr } = await run(["policy", "check", name])
    expect([status, stderr]).toEqual([0, ""])
    expect(stdout).toContain("in order.")
    const { unverified } = JSON.parse((await run(["policy", "check", name, "--json"])).stdout)
    for (const { field } of unverified) expect(stdout).toContain(field)
  })

  test.each(Object.keys(packs))("the pack %s is shown as a file that is the same policy", async (name) => {
    const { status, stdout } = await run(["policy", "show", name])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(packs[name as keyof typeof packs])
    expect((await run(["policy", "check", fileWith("shown.json", stdout)])).status).toBe(0)
  })

  test("rules of one's own under the id of a pack are said to need an id", async () => {
    const own = { ...rotherham, futureToleranceMinutes: { ...rotherham.futureToleranceMinutes, value: 3 } }
    const checked = async (policy: object) =>
      (await run(["policy", "check", fileWith("policy.json", JSON.stringify(policy))])).stdout
    expect(await checked(own)).toContain("Its id is that of a pack with other rules")
    expect(await checked(rotherham)).not.toContain("Its id is that of a pack")
    expect(await checked({ ...own, id: "wexmoor-1" })).not.toContain("Its id is that of a pack")
  })

  test("an owner by which no role is known is listed with the words that are", async () => {
    const [first, ...others] = rotherham.triggers ?? []
    const policy = { ...rotherham, id: "wexmoor-1", triggers: [{ ...first, owner: "Chief Wizard" }, ...others] }
    const { stdout } = await run(["policy", "check", fileWith("policy.json", JSON.stringify(policy))])
    expect(stdout).toMatch(
      /known are allocated worker, team manager, .*head of service \(1\):\n {2}triggers\[0\]\.owner: Chief Wizard/
    )
  })

  test("a policy file that is in order is done", async () => {
    const file = fileWith("policy.json", JSON.stringify(rotherham, null, 2))
    expect((await run(["policy", "check", file])).status).toBe(0)
    expect((await run(["policy", "check", "-"], { stdin: JSON.stringify(rotherham) })).status).toBe(0)
  })

  test.each([
    [
      "a number out of range",
      { ...rotherham, reminders: { ...rotherham.reminders, atBreach: 7 } },
      "reminders.atBreach"
    ],
    ["a misspelt rule", { ...rotherham, intervew: {} }, "intervew"],
    ["a day that does not exist", { ...rotherham, effectiveFrom: "2026-02-30" }, "effectiveFrom"],
    ["nothing", {}, "interview"],
    ["a list", [], "policy.json"]
  ])("%s is bad input, named by its field", async (_what, policy, field) => {
    const file = fileWith("policy.json", JSON.stringify(policy))
    const { status, stdout, stderr } = await run(["policy", "check", file])
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(`${file}, line 1`)
    expect(stderr).toContain(field)
  })

  test("a file that is not JSON is bad input, with line and column", async () => {
    const file = fileWith("policy.json", '{\n  "id": "x",\n  "title": x\n}\n')
    const { status, stdout, stderr } = await run(["policy", "check", file])
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(`${file}, line 3, column 12: `)
  })
})

describe("policy compare", () => {
  const compare = async (a: string, b: string, ...more: ReadonlyArray<string>) =>
    run(["policy", "compare", a, b, "--episodes", caseloadFile(), "--as-of", AS_OF, ...more])

  test("a policy differs in nothing from itself", async () => {
    expect(JSON.parse((await compare("rotherham", "rotherham", "--json")).stdout)).toEqual([])
  })

  test("a trigger that asks more is told from both sides", async () => {
    const { status, stdout } = await compare("rotherham", "derbyshire", "--json")
    expect(status).toBe(0)
    const differences: ReadonlyArray<{ readonly change: string; readonly from: { readonly rule: string } }> =
      JSON.parse(stdout)
    const changed = differences.find(
      ({ change, from }) => change === "trigger-changed" && from.rule === "repeat-episodes"
    )
    expect(changed).toMatchObject({ childRef: "LCS-10432", from: { level: "consider" }, to: { level: "must" } })
  })

  test("a deadline that moves is told with both times", async () => {
    const interview = { ...rotherham.interview, cutoff: "17:00" }
    const file = fileWith("policy.json", JSON.stringify({ ...rotherham, interview }))
    const [first] = JSON.parse((await compare("rotherham", file, "--json")).stdout)
    expect(first).toMatchObject({
      change: "deadline-moved",
      childRef: "LCS-10432",
      episodeId: "E1",
      clock: "workingDays3",
      from: "2026-11-07T00:00:00.000Z",
      to: "2026-11-06T17:00:00.000Z"
    })
  })

  test("in words, each difference is a sentence, and the other way round they are as many", async () => {
    const there = (await compare("rotherham", "derbyshire")).stdout
    const back = (await compare("derbyshire", "rotherham")).stdout
    expect(there).toMatch(/^From Rotherham \(.*\) to Derby and Derbyshire \(.*\): \d+ differences\n/)
    expect(back.split("\n")).toHaveLength(there.split("\n").length)
  })

  describe("by month", () => {
    const twice = {
      ...rotherham,
      title: "Ours",
      triggers: (rotherham.triggers ?? []).map((trigger) =>
        trigger.rule === "episodes-in-window" ? { ...trigger, count: { ...trigger.count, value: 2 } } : trigger
      )
    }
    /** Seven children with two episodes in November 2026, and one with three. */
    const table = [
      "episode_id,child_ref,missing_at,returned_at",
      ...Array.from({ length: 8 }, (_, child) =>
        Array.from({ length: child === 0 ? 3 : 2 }, (_, day) => {
          const at = `2026-11-1${day}T1`
          return `E${child}-${day},LCS-7700${child},${at}2:00:00Z,${at}8:00:00Z`
        })
      ).flat()
    ].join("\n")
    const ask = async (...more: ReadonlyArray<string>) => {
      const files = [fileWith("twice.json", JSON.stringify(twice)), "--episodes", fileWith("episodes.csv", table)]
      return run(["policy", "compare", "rotherham", ...files, "--as-of", "2026-11-30T12:00:00Z", ...more])
    }

    test("what another threshold would have raised is counted in children, small counts withheld", async () => {
      const { stdout } = await ask()
      expect(stdout).toContain("Children with a trigger raised, December 2025 to November 2026. c: withheld")
      expect(stdout).toContain(
        "    November 2026: before c, no longer raised c, newly raised c, after c\n    In the other months: nobody"
      )
      expect((await ask("--no-suppress")).stdout).toContain(
        "November 2026: before 1, no longer raised 0, newly raised 7, after 8"
      )
    })

    test("it stands at the end of the JSON, a trigger with its twelve months", async () => {
      const raised = JSON.parse((await ask("--json")).stdout).at(-1)
      expect(raised).toMatchObject({ change: "raised-by-month", rule: "repeat-episodes" })
      expect(raised.months).toHaveLength(12)
      expect(raised.months.at(-1)).toEqual({ month: "2026-11", before: "c", noLonger: "c", newly: "c", after: "c" })
    })

    test("a page of it is a file, and names no child", async () => {
      const out = fileWith("what-if.html", "")
      const { status, stdout } = await ask("--format", "html", "--out", out)
      expect([status, stdout]).toEqual([0, ""])
      const page = readFileSync(out, "utf8")
      expect(page).toContain("Repeat episodes: count 3 before, 2 after")
      expect(page).not.toContain("LCS-")
    })

    test("JSON and another format at once are bad input", async () => {
      expect((await ask("--json", "--format", "csv")).status).toBe(2)
    })
  })

  test("a pack that does not exist is bad input", async () => {
    const { status, stdout, stderr } = await compare("rotherham", "atlantis")
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain("atlantis")
  })
})
