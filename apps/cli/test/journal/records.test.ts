import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { CmeCaseId, type CmeEvent, PupilReference, usualCmePolicy } from "@safe-return/domain/education"
import { EventId, PersonId } from "@safe-return/domain/pathway"
import { Availabilities, EducationCases } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Layer } from "effect"
import { describe, expect, test, vi } from "vitest"
import { fileWith, folderOfTests, run } from "../run.ts"
import { auditedIn, inJournal, madeUpJournal, opened, record } from "./madeUpJournal.ts"

const BY = ["--by", "U0MADEUP9"]
const HELD = ["--reason", "court-proceedings", "--reference", "LEGAL-2026-17"]

describe("hold", () => {
  test("is set, shown, released, and stays in the history", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    expect((await journal("hold", "set", "LCS-1", ...HELD, ...BY)).stdout).toContain(
      "The records of LCS-1 are under a hold for court proceedings (LEGAL-2026-17)."
    )
    expect(await journal("hold", "set", "LCS-1", ...HELD, ...BY)).toMatchObject({
      status: 2,
      stderr: "The records of LCS-1 are under the hold LEGAL-2026-17 already. Nothing was changed.\n"
    })
    await journal("hold", "release", "LCS-1", "--reference", "LEGAL-2026-17", ...BY)
    const { stdout } = await journal("hold", "list", "--json", ...BY)
    expect(JSON.parse(stdout)).toEqual([
      {
        child: "LCS-1",
        reason: "court-proceedings",
        reference: "LEGAL-2026-17",
        setAt: expect.stringMatching(/Z$/),
        setBy: "U0MADEUP9",
        releasedAt: expect.stringMatching(/Z$/),
        releasedBy: "U0MADEUP9"
      }
    ])
    expect((await journal("hold", "list", "LCS-1", ...BY)).stdout).toContain("0 of the 1 holds on record stand")
    expect(await auditedIn(directory)).toEqual([
      "hold-records LCS-1 allowed",
      "hold-records LCS-1 allowed",
      "release-hold LCS-1 allowed",
      "see-holds null allowed",
      "see-holds LCS-1 allowed"
    ])
  })

  test.each([
    [["hold", "set", "Zed Made-Up", ...HELD], "child: This is no case reference"],
    [["hold", "set", "LCS-1", "--reason", "complaint", "--reference", "the judge said so"], "--reference: This is no"],
    [["hold", "set", "LCS-1", ...HELD, "--by", "Zed Made-Up"], "--by: This is no id"]
  ])("%s is refused, and what was typed is not repeated", async (args, sentence) => {
    const { status, stderr } = await inJournal(await madeUpJournal())(...args)
    expect([status, stderr.includes("Zed"), stderr.includes("judge")]).toEqual([2, false, false])
    expect(stderr).toContain(sentence)
  })
})

test("a hold is set under a reference of the forms that the council has set alone", async () => {
  vi.stubEnv("SAFE_RETURN_CASE_SYSTEM_REFERENCES", "LEGAL-####-##, LL-#{4-7}")
  try {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    const named = ["--reason", "court-proceedings", "--reference", "SMITH-JADE-14"]
    const refused = await journal("hold", "set", "LCS-1", ...named, ...BY)
    expect([refused.status, refused.stderr.includes("SMITH")]).toEqual([2, false])
    expect(refused.stderr).toContain(
      "--reference: This has not a form of SAFE_RETURN_CASE_SYSTEM_REFERENCES: LEGAL-, 4 digits, a dash and 2 digits, such as LEGAL-1234-56"
    )
    expect((await journal("hold", "set", "LCS-1", ...HELD, ...BY)).status).toBe(0)
    vi.stubEnv("SAFE_RETURN_CASE_REFERENCES", "LCS-#{2-7}")
    const ofName = await journal("hold", "set", "SMITH-JADE-14", ...HELD, ...BY)
    expect([ofName.status, ofName.stderr.includes("SMITH")]).toEqual([2, false])
    expect(ofName.stderr).toContain("child: Nothing is on record under that")
    expect(await auditedIn(directory)).toEqual(["hold-records LCS-1 allowed"])
  } finally {
    vi.unstubAllEnvs()
  }
})

describe("erase-child", () => {
  const reason = ["--reason", "right-to-erasure"]

  test("erases what is over, and says what is left", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    const { status, stdout } = await journal("erase-child", "LCS-1", ...reason, ...BY)
    expect(status).toBe(0)
    expect(stdout).toContain(
      "Everything held of LCS-1 is erased: 2 events, 1 delivery, 0 looks at the profile, the profile."
    )
    expect(JSON.parse((await journal("erased", "--json", ...BY)).stdout)).toEqual([
      {
        child: "LCS-1",
        at: expect.stringMatching(/Z$/),
        by: "U0MADEUP9",
        reason: "right-to-erasure",
        removed: { events: 2, profile: 1, deliveries: 1, reveals: 0 },
        digest: expect.stringMatching(/^[\w-]{43}$/),
        lastPosition: 2
      }
    ])
    expect((await journal("export-child", "LCS-1", "--out", join(directory, "out"), ...BY)).status).toBe(2)
    expect(await journal("erase-child", "LCS-1", ...reason, ...BY)).toMatchObject({ status: 2, stdout: "" })
    expect(await auditedIn(directory)).toEqual([
      "erase-child LCS-1 allowed",
      "see-erasures null allowed",
      "export-child LCS-1 allowed",
      "erase-child LCS-1 refused"
    ])
  })

  test("is refused under a hold, in words, and that it was asked is in the audit", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    await journal("hold", "set", "LCS-1", ...HELD)
    const { status, stderr } = await journal("erase-child", "LCS-1", ...reason, "--even-if-open")
    expect(status).toBe(2)
    expect(stderr).toContain("The records of LCS-1 are under a legal hold for court proceedings (LEGAL-2026-17).")
    expect((await auditedIn(directory)).at(-1)).toBe("erase-child LCS-1 refused")
    expect(JSON.parse((await journal("erased", "--json")).stdout)).toEqual([])
  })

  test("of a child who is missing is refused, unless it is asked for in so many words", async () => {
    const journal = inJournal(await madeUpJournal())
    const { status, stderr } = await journal("erase-child", "LCS-2", ...reason)
    expect(status).toBe(2)
    expect(stderr).toContain("1 episode of LCS-2 is open, or the interview is still owed. Nothing was erased.")
    expect((await journal("erase-child", "LCS-2", ...reason, "--even-if-open")).status).toBe(0)
  })

  test("is refused while the bot holds the folder, and says so", async () => {
    const directory = await madeUpJournal()
    const refused = await Effect.runPromise(
      Effect.scoped(
        Effect.andThen(
          Layer.build(lowdbLayer({ directory })),
          Effect.promise(() => inJournal(directory)("erase-child", "LCS-1", ...reason))
        )
      )
    )
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("is using this folder; stop that one first")
  })

  test("of a folder that is not there makes none", async () => {
    const nowhere = join(folderOfTests, "nowhere-at-all")
    const { status, stderr } = await run(["journal", "erase-child", "LCS-1", ...reason, "--data", nowhere])
    expect([status, existsSync(nowhere)]).toEqual([2, false])
    expect(stderr).toContain("There is no such folder")
  })
})

describe("the case of a child missing education", () => {
  const caseId = CmeCaseId.make("case-1")
  const events: ReadonlyArray<CmeEvent> = [
    {
      _tag: "CaseReferred",
      caseId,
      referredOn: civilDay(2026, 9, 7),
      source: "Made-up Academy",
      policy: usualCmePolicy
    },
    { _tag: "CaseClosed", caseId, outcome: "abroad", closedOn: civilDay(2026, 10, 5) }
  ]

  /** A case of one reference, and the pathway's record of an equal one. */
  const withCase = async (count: number) => {
    const directory = await madeUpJournal()
    const recorded = events.slice(0, count).map((event, index) => ({
      id: EventId.make(`case-event-${index}`),
      recorded: { recordedAt: utc(2026, 11, 2, 9), recordedBy: PersonId.make("U0MADEUP1"), event }
    }))
    await Effect.runPromise(
      Effect.provide(
        Effect.flatMap(EducationCases, (cases) => cases.append(PupilReference.make("LCS-1"), 0, recorded)),
        lowdbLayer({ directory })
      )
    )
    return directory
  }

  test("is exported apart, with what a person typed marked", async () => {
    const directory = await withCase(2)
    const out = join(directory, "out")
    expect((await inJournal(directory)("export-child", "lcs1", "--education", "--out", out, ...BY)).status).toBe(0)
    const page = readFileSync(join(out, "LCS-1.html"), "utf8")
    expect(page).toContain("The child was referred as missing education")
    expect(page).toContain("<mark>Made-up Academy</mark> <strong>[read before release]</strong>")
    expect(page).not.toContain("Was at a made-up aunt's")
    const json = JSON.parse(readFileSync(join(out, "LCS-1.json"), "utf8"))
    expect(json.events.map(({ event }: { event: { _tag: string } }) => event._tag)).toEqual([
      "CaseReferred",
      "CaseClosed"
    ])
  })

  test("is erased apart, not while it is open, and again after an older backup", async () => {
    const open = await inJournal(await withCase(1))("erase-child", "LCS-1", "--education", "--reason", "court-order")
    expect([open.status, open.stderr]).toEqual([2, expect.stringContaining("The education case of LCS-1 is open")])
    const directory = await withCase(2)
    const journal = inJournal(directory)
    await journal("backup", join(directory, "../with-the-case"))
    const erased = await journal("erase-child", "lcs-1", "--education", "--reason", "court-order", ...BY)
    expect(erased.stdout).toContain("The education case of LCS-1 is erased: 2 events.")
    expect((await journal("erase-child", "LCS-1", "--education", "--reason", "court-order")).stderr).toContain(
      "No case of a child missing education is on record under that"
    )
    expect((await journal("export-child", "LCS-1", "--out", join(directory, "out"))).status).toBe(0)
    const list = fileWith("erased-case.json", (await journal("erased", "--json")).stdout)
    expect((await journal("erased")).stdout).toContain("LCS-1, the education case:")
    const restored = join(directory, "../restored-with-the-case")
    await run(["journal", "restore", join(directory, "../with-the-case"), "--data", restored, "--erased", list, ...BY])
    const again = await inJournal(restored)("export-child", "LCS-1", "--education", "--out", join(restored, "../out"))
    expect(again.status).toBe(2)
  })
})

describe("restore", () => {
  test("of a backup older than an erasure repeats it from the outside list, or says what is back", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    const backup = join(directory, "../before-the-erasure")
    expect((await journal("backup", backup)).status).toBe(0)
    await journal("erase-child", "LCS-1", "--reason", "right-to-erasure", ...BY)
    const list = fileWith("erased.json", (await journal("erased", "--json")).stdout)

    const unaware = join(directory, "../restored-unaware")
    const { stdout } = await run(["journal", "restore", backup, "--data", unaware, ...BY])
    expect(stdout).toContain("If children were erased after this backup was made, what was held of them is back.")
    expect((await inJournal(unaware)("export-child", "LCS-1", "--out", join(unaware, "../out"))).status).toBe(0)

    const aware = join(directory, "../restored-aware")
    const restored = await run(["journal", "restore", backup, "--data", aware, "--erased", list, ...BY])
    expect(restored).toMatchObject({ status: 0, stderr: "" })
    expect(restored.stdout).toContain("Erased again, because the backup had brought them back: LCS-1.")
    expect((await inJournal(aware)("erase-child", "LCS-1", "--reason", "court-order")).stderr).toContain(
      "Nothing is held of LCS-1"
    )
    expect((await inJournal(aware)("erased")).stdout).toContain("1 erasure on record")
    expect((await inJournal(aware)("verify")).status).toBe(0)
    expect((await auditedIn(aware))[0]).toBe("restore-backup null allowed")
  })

  test("with a list that cannot be read restores nothing", async () => {
    const directory = await madeUpJournal()
    const backup = join(directory, "../a-backup")
    await inJournal(directory)("backup", backup)
    const target = join(directory, "../never-restored")
    const list = fileWith("erased.json", '[{"child":"LCS-1"}]')
    const { status } = await run(["journal", "restore", backup, "--data", target, "--erased", list])
    expect([status, existsSync(target)]).toEqual([2, false])
  })
})

describe("export-child", () => {
  test("gives a page to read and the same as JSON, once, for this account alone", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    const out = join(directory, "subject-access")
    expect((await journal("export-child", "LCS-1", "--out", out, ...BY)).status).toBe(0)
    const page = readFileSync(join(out, "LCS-1.html"), "utf8")
    for (const shown of [
      "What Safe Return holds about LCS-1",
      "Initials: ZZ",
      "Monday 28 February 2011",
      "<mark>Was at a made-up aunt's</mark> <strong>[read before release]</strong>",
      "U0MADEUP1",
      "reveal profile",
      "export child",
      "card:E1"
    ]) {
      expect(page).toContain(shown)
    }
    expect(page).not.toContain("LCS-2")
    const json = JSON.parse(readFileSync(join(out, "LCS-1.json"), "utf8"))
    expect(json).toMatchObject({
      child: "LCS-1",
      exportedBy: "U0MADEUP9",
      events: [
        { version: 1, event: { _tag: "EpisodeOpened" } },
        { version: 2, event: { _tag: "EpisodeCancelled" } }
      ],
      profile: { initials: "ZZ", bornOn: "2011-02-28" },
      looks: [{ act: "reveal-profile" }, { act: "export-child" }],
      deliveries: [{ key: "card:E1", sentAt: "2026-11-02T09:00:00.000Z" }]
    })
    expect(statSync(join(out, "LCS-1.html")).mode & 0o777).toBe(0o600)
    const again = await journal("export-child", "LCS-1", "--out", out, ...BY)
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("is there already")])
  })

  test("of a child without records says so, and writes nothing", async () => {
    const directory = await madeUpJournal()
    const out = join(directory, "out")
    const { status, stderr } = await inJournal(directory)("export-child", "LCS-9", "--out", out)
    expect([status, existsSync(out)]).toEqual([2, false])
    expect(stderr).toContain("Nothing is held of LCS-9")
  })
})

describe("retention", () => {
  test("tells by cohort whose time has ended, and who is under a hold, and erases nothing", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    await journal("hold", "set", "LCS-1", ...HELD)
    const report = async (asOf: string) => JSON.parse((await journal("retention", "--json", "--as-of", asOf)).stdout)
    const before = await report("2086-02-28T12:00:00Z")
    expect(
      before.cohorts.map(({ cohort, children }: { cohort: string; children: number }) => [cohort, children])
    ).toEqual([
      ["looked-after", 1],
      ["others", 1],
      ["unknown", 1]
    ])
    expect(before.cohorts[0]).toMatchObject({ rule: { from: "birth", years: 75, verified: false }, reached: [] })
    expect(before.cohorts[1].withoutDate).toEqual([{ child: "LCS-2", because: "no-rule" }])
    expect(before.cohorts[2].withoutDate).toEqual([{ child: "LCS-3", because: "case-status-not-known" }])
    const after = await report("2086-03-01T00:00:00Z")
    expect(after.cohorts[0].reached).toEqual([{ child: "LCS-1", keptUntil: "2086-02-28", underHold: true }])
    const { stdout } = await journal("retention", "--as-of", "2086-03-01T00:00:00Z")
    expect(stdout).toContain("Looked-after children: 1 child, 1 past their date, 0 without one")
    expect(stdout).toContain("Kept for 75 years from the birth [not confirmed]. Source: ")
    expect(stdout).toContain("LCS-1: kept to Thursday 28 February 2086; under a legal hold")
    expect(JSON.parse((await journal("erased", "--json")).stdout)).toEqual([])
  })

  test("tells how long staff's leave and sickness are kept, and how many are past that", async () => {
    const directory = await madeUpJournal()
    const away = { from: civilDay(2026, 11, 2), to: civilDay(2026, 11, 6), for: "sickness" } as const
    const worker = PersonId.make("U0MADEUP1")
    const bring = Effect.flatMap(Availabilities, (availabilities) =>
      availabilities.bring({ person: worker, away: [away], changed: { by: worker, at: utc(2026, 11, 2) } })
    )
    await Effect.runPromise(Effect.provide(bring, lowdbLayer({ directory })))
    const journal = inJournal(directory)
    const { stdout } = await journal("retention", "--json", "--as-of", "2026-11-06T12:00:00Z")
    const working = { from: "last-day", days: 28, verified: false }
    expect(JSON.parse(stdout).staffAbsences).toMatchObject({ rule: working, people: 1, past: 0 })
    const after = await journal("retention", "--as-of", "2026-11-07T12:00:00Z")
    expect(after.stdout).toContain("1 person with leave or sickness on record, 1 time past the date")
    expect(after.stdout).toContain("the time itself after 28 days [not confirmed]. Source: Working choice")
    expect(after.stdout).not.toContain("U0MADEUP1")
  })

  test("takes the council's own rules, and refuses a file with a field that is none", async () => {
    const journal = inJournal(await madeUpJournal())
    const rule = { from: "last-recorded", years: { value: 6, source: "The council's schedule", verified: true } }
    const own = { id: "council", title: "The council's schedule", rules: { others: rule } }
    const policy = fileWith("retention.json", JSON.stringify(own))
    const { stdout } = await journal("retention", "--json", "--policy", policy, "--as-of", "2032-11-03T00:00:00Z")
    expect(JSON.parse(stdout).cohorts[1].reached).toEqual([
      { child: "LCS-2", keptUntil: "2032-11-02", underHold: false }
    ])
    const misspelt = fileWith("misspelt.json", JSON.stringify({ ...own, rules: { other: rule } }))
    const { status, stderr } = await journal("retention", "--policy", misspelt)
    expect(status).toBe(2)
    expect(stderr).toContain("rules.other")
  })
})

describe("a reference in another spelling", () => {
  test("holds, exports and erases the child on record", async () => {
    const directory = await madeUpJournal()
    const journal = inJournal(directory)
    expect((await journal("hold", "set", "lcs-1", ...HELD)).stdout).toContain("The records of LCS-1 are under a hold")
    const reason = ["--reason", "right-to-erasure"]
    expect((await journal("erase-child", "LCS\u20131", ...reason)).stderr).toContain("LCS-1 are under a legal hold")
    expect((await journal("hold", "release", "LCS 1", "--reference", "LEGAL-2026-17")).stdout).toContain("of LCS-1 is")
    const out = join(directory, "out")
    expect((await journal("export-child", "lcs1", "--out", out)).status).toBe(0)
    expect(existsSync(join(out, "LCS-1.json"))).toBe(true)
    expect((await journal("audit", "--child", "lcs1", "--json")).stdout).toContain("release-hold")
    expect((await journal("erase-child", "lcs-1", ...reason)).stdout).toContain("Everything held of LCS-1 is erased")
  })

  test("names both records where two could be meant, and so does verify", async () => {
    const directory = await madeUpJournal()
    await Effect.runPromise(Effect.provide(record("lcs-2", opened("E4", "home")), lowdbLayer({ directory })))
    const journal = inJournal(directory)
    const verified = await journal("verify")
    expect(verified.stdout).toContain("lcs-2 and LCS-2 differ only in how they are written")
    const refused = await journal("export-child", "lcS-2", "--out", join(directory, "out"))
    expect([refused.status, refused.stdout]).toEqual([2, ""])
    expect(refused.stderr).toMatch(/(lcs-2 and LCS-2|LCS-2 and lcs-2) are each on record/)
    expect((await journal("export-child", "lcs-2", "--out", join(directory, "out"))).status).toBe(0)
  })
})
