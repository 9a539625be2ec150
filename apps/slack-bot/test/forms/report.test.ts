import { at, child, missing, returned } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

/** Tuesday 24 November 2026, 14:00 in London; the child was last seen on Monday at 18:00. */
const now = at(20)

const seconds = (hours: number) => at(hours) / 1_000

const other = ChildReference.make("LCS-10555")

const command = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/missing", text)

const episodesOf = (surface: Surface, reference = child) => surface.states.get(reference)?.episodes ?? []

describe("/missing report", () => {
  const report = {
    missingAt: seconds(10),
    reportedAt: seconds(11),
    missingFrom: "home",
    risk: "medium"
  }

  it("opens an episode like a notification of the police", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report LCS-10555 today 4am")
    expect(wordsOf(worker.modal)).toContain("Has the police been told?")
    expect(await worker.submit({ ...report, policeReference: "SYP-2026-0000009" })).toMatchObject({ fieldErrors: {} })
    expect(wordsOf(worker.modal)).toContain("LCS-10555 is recorded as missing since Tue 24 Nov 2026, 04:00")
    expect(episodesOf(surface, other)).toMatchObject([{ missingAt: at(10), absence: "missing", missingFrom: "home" }])
    expect(surface.states.get(other)?.notifications).toMatchObject([
      { notification: { policeReference: "SYP-2026-0000009", sentAt: now } }
    ])
  })

  it("needs no police reference or grade, and asks first where the child is missing already", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report")
    await worker.submit({ ...report, reference: "lcs-10432", risk: "not-graded" })
    expect(wordsOf(worker.modal)).toContain("is recorded as missing already, last seen Mon 23 Nov 2026, 18:00")
    expect(wordsOf(worker.modal)).toContain("Report anyway")
    expect(episodesOf(surface)).toHaveLength(1)
    await worker.submit({ ...report, reference: "lcs-10432", risk: "not-graded" })
    expect(episodesOf(surface).map(({ risk }) => risk)).toContain("not-graded")
    expect(wordsOf(worker.modal)).toContain("Another report is open, last seen Mon 23 Nov 2026, 18:00")
    expect(episodesOf(surface)).toHaveLength(2)
  })

  it("asks first where the child was last seen long ago, by a wrong year above all", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    const lastYear = { ...report, missingAt: seconds(10 - 365 * 24), reference: "LCS-10555" }
    await command(surface, "U0WORKER", "report")
    await worker.submit(lastYear)
    expect(wordsOf(worker.modal)).toContain(
      "You gave Mon 24 Nov 2025, 04:00 as when the child was last seen, which is 365 days ago. Check the day, the month and the year."
    )
    expect(episodesOf(surface, other)).toHaveLength(0)
    await worker.submit(lastYear)
    expect(episodesOf(surface, other)).toMatchObject([{ missingAt: at(10 - 365 * 24) }])
  })

  it("alerts to a child who, by that very report, is missing after a recorded return", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report LCS-10432")
    await worker.submit({ ...report, missingAt: seconds(0) })
    expect(wordsOf(worker.modal)).toContain("LCS-10432 is recorded as missing since Mon 23 Nov 2026, 18:00.")
    expect(episodesOf(surface)).toMatchObject([{ progress: { _tag: "Missing" } }])
  })

  it("names every field that is wrong, and nothing is written", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    await command(surface, "U0WORKER", "report")
    const refused = await worker.submit({ ...report, reference: "Synthetic Name", policeReference: "?" })
    expect(Object.keys(refused.fieldErrors)).toEqual(["reference"])
    const future = await worker.submit({
      ...report,
      reference: "LCS-10555",
      policeReference: "",
      missingAt: seconds(40),
      reportedAt: seconds(41)
    })
    expect(Object.values(future.fieldErrors).join()).toContain("in the future")
    const both = await worker.submit({
      ...report,
      reference: "Made Up",
      missingAt: seconds(40),
      reportedAt: seconds(41)
    })
    expect(Object.keys(both.fieldErrors).sort()).toEqual(["missingAt", "reference", "reportedAt"])
    const late = await worker.submit({ ...report, reference: "LCS-10555", policeReference: "", missingAt: seconds(40) })
    expect(late.fieldErrors["missingAt"]).toContain("cannot have been last seen")
    expect(surface.states.size).toBe(0)
  })
})

describe("Report a missing child", () => {
  it("is a shortcut from anywhere", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0WORKER").shortcut("report_missing")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("Has the police been told?")
    await surface.person("U0BYSTANDER").shortcut("report_missing")
    expect(wordsOf(surface.person("U0BYSTANDER").modal)).toContain("not set up to do this")
  })

  it("is in the menu of a message, and takes the one case reference it names", async () => {
    await using surface = await openSurface(now)
    const worker = surface.person("U0WORKER")
    const pickedOn = async (text: string) => {
      const { ts } = await surface.person("U0MASH").say(CHANNEL, text)
      await worker.messageShortcut({ channel: CHANNEL, ts: String(ts) }, "report_missing_message")
      const modal = wordsOf(worker.modal)
      await worker.closeModal()
      return modal
    }
    expect(await pickedOn("Is LCS-10555 known? Police say SYP-2026-0000007.")).toContain('"initial_value":"LCS-10555"')
    expect(await pickedOn("LCS-10555 or LCS-10556?")).not.toContain("initial_value")
  })
})

describe("a reference that looks like a name or a birth date", () => {
  it.each(["Emma2009", "12-03-2011"])(
    "is refused beside the field when a child comes on record: %s",
    async (reference) => {
      await using surface = await openSurface(now)
      const mash = surface.person("U0MASH")
      await mash.command(CHANNEL, "/missing", "report")
      const { fieldErrors } = await mash.submit({
        reference,
        absence: "missing",
        missingFrom: "home",
        risk: "medium",
        missingAt: at(18) / 1_000,
        reportedAt: at(19) / 1_000
      })
      expect(fieldErrors).toEqual({ reference: expect.stringContaining("it would be shown in messages") })
      expect(surface.states.size).toBe(0)
    }
  )
})
