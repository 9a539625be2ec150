/** The forms about what becomes of a case: another council, a place, home education, an order, two cases that are one. */
import { at } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { lastReply } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

/** Tuesday 24 November 2026, 14:00 in London. */
const now = at(20)

const officer = (surface: Surface) => surface.person("U0EDUCATION")

const openBy = (surface: Surface, text: string) => officer(surface).command(CHANNEL, "/cme", text)

type Answers = Readonly<Record<string, string | ReadonlyArray<string>>>

/** Opens a form by its word and sends it with these answers: what the person reads then. */
const fillIn = async (surface: Surface, text: string, answers: Answers): Promise<string> => {
  await openBy(surface, text)
  const { fieldErrors } = await officer(surface).submit(answers)
  return Object.keys(fieldErrors ?? {}).length > 0
    ? JSON.stringify(fieldErrors)
    : wordsOf(officer(surface).modal ?? "closed")
}

const reply = async (surface: Surface, text: string) => {
  await openBy(surface, text)
  return lastReply(surface, "U0EDUCATION")
}

const optionsOf = (surface: Surface, id: string): ReadonlyArray<string> => {
  const blocks = (officer(surface).modal?.blocks ?? []) as ReadonlyArray<{
    readonly block_id?: string
    readonly element?: { readonly options?: ReadonlyArray<{ readonly value: string }> }
  }>
  return blocks.find(({ block_id }) => block_id === id)?.element?.options?.map(({ value }) => value) ?? []
}

describe("the form about another council", () => {
  it("asks for an answer only while a trace waits for one, and lets the case close on it", async () => {
    await using surface = await openSurface(now)
    await openBy(surface, "trace EDU-10432")
    expect(optionsOf(surface, "step")).toEqual(["traced"])
    expect(await fillIn(surface, "trace EDU-10432", { step: "traced" })).toContain("Give the name of the council")
    const traced = { step: "traced", authority: "Sheffield City Council", on: "2026-11-20" }
    expect(await fillIn(surface, "trace EDU-10432", traced)).toContain("The trace is recorded.")
    const early = { step: "acknowledged", on: "2026-11-19" }
    expect(await fillIn(surface, "trace EDU-10432", early)).toMatch(/"on":"This day is before the child was traced/)
    expect(await fillIn(surface, "trace EDU-10432", { step: "acknowledged" })).toContain("The case can be closed.")
    expect(await reply(surface, "why EDU-10432")).toMatch(
      /Traced to Sheffield City Council, Fri 20 Nov 2026: acknowledged/
    )
    expect(await fillIn(surface, "close EDU-10432", { outcome: "other-authority" })).toContain("The case is closed")
  })
})

describe("the form about a school place", () => {
  it("offers what may come next, and an offer that was not taken ends nothing", async () => {
    await using surface = await openSurface(now)
    await openBy(surface, "place EDU-10432")
    expect(optionsOf(surface, "step")).toEqual(["applied", "offered", "admitted"])
    const school = "Made-up Academy"
    await fillIn(surface, "place EDU-10432", { step: "applied", school, on: "2026-11-10" })
    await fillIn(surface, "place EDU-10432", { step: "offered", school, on: "2026-11-12" })
    await openBy(surface, "place EDU-10432")
    expect(optionsOf(surface, "step")).toEqual(["applied", "offered", "accepted", "declined", "admitted"])
    expect(await fillIn(surface, "place EDU-10432", { step: "declined" })).toContain("The case stays open.")
    const why = await reply(surface, "why EDU-10432")
    expect(why).toContain("Applied to Made-up Academy, Tue 10 Nov 2026")
    expect(why).toContain("Offered Made-up Academy, Thu 12 Nov 2026: declined, Tue 24 Nov 2026")
    expect(await fillIn(surface, "place EDU-10432", { step: "admitted", school: "" })).toContain(
      "the name of the school"
    )
    expect(await fillIn(surface, "place EDU-10432", { step: "admitted", school })).toContain("The case can be closed.")
  })
})

describe("the forms about home education, an order and a return from abroad", () => {
  it("keep the case open until education is judged suitable", async () => {
    await using surface = await openSurface(now)
    expect(await fillIn(surface, "home EDU-10432", { judgement: "unsuitable" })).toContain("The case stays open.")
    await openBy(surface, "order EDU-10432")
    expect(optionsOf(surface, "step")).toEqual(["notice"])
    expect(await fillIn(surface, "order EDU-10432", { step: "notice", on: "2026-11-16" })).toContain("It is recorded")
    const backwards = { step: "served", on: "2026-11-13" }
    expect(await fillIn(surface, "order EDU-10432", backwards)).toContain("This day is before the step before it")
    expect(await fillIn(surface, "order EDU-10432", { step: "served" })).toContain("Order served")
    expect(await fillIn(surface, "abroad EDU-10432", { returnedOn: "2027-01-04" })).toContain("has not come yet")
    expect(await fillIn(surface, "abroad EDU-10432", { returnedOn: "2026-11-23" })).toContain("The case stays open.")
    expect(await fillIn(surface, "home EDU-10432", { judgement: "suitable" })).toContain("The case can be closed.")
    const why = await reply(surface, "why EDU-10432")
    expect(why).toContain("Home education: suitable")
    expect(why).toContain("Attendance order: Order served, Tue 24 Nov 2026")
    expect(why).toContain("Back from abroad: Mon 23 Nov 2026")
  })
})

describe("the forms that join two cases and separate them", () => {
  it("are offered only where a child has cases to join or to separate", async () => {
    await using surface = await openSurface(now)
    expect(await reply(surface, "join EDU-10432")).toContain("EDU-10432 has one case alone")
    expect(await reply(surface, "separate EDU-10432")).toContain("EDU-10432 has no case that was joined")
    expect(await reply(surface, "why EDU-10432")).not.toMatch(/pupil-join|pupil-separate|pupil-reopen/)
    expect(await reply(surface, "why EDU-10440")).toMatch(/pupil-join.*pupil-separate/)
  })

  it("join a case to another and give it back, and refuse to join it to itself", async () => {
    await using surface = await openSurface(now)
    const itself = { caseId: "case-4", into: "case-4" }
    expect(await fillIn(surface, "join EDU-10440", itself)).toContain('"into":"A case is no duplicate of itself.')
    expect(await fillIn(surface, "join EDU-10440", { caseId: "case-4", into: "case-5" })).toContain("are joined")
    expect((await reply(surface, "why EDU-10440")).match(/Joined to another case/g)).toHaveLength(2)
    await openBy(surface, "separate EDU-10440")
    expect(optionsOf(surface, "caseId")).toEqual(["case-4", "case-6"])
    expect(await fillIn(surface, "separate EDU-10440", { caseId: "case-4", reason: "wrong-child" })).toContain(
      "separate"
    )
    expect((await reply(surface, "why EDU-10440")).match(/Joined to another case/g)).toHaveLength(1)
  })
})

describe("the form that looks at a school's return", () => {
  it("says who looked and what they found, and the return waits on the Home no more", async () => {
    await using surface = await openSurface(now)
    const attendance = surface.person("U0ATTENDANCE")
    await attendance.openHome()
    await expect.poll(() => attendance.home).toBeDefined()
    expect(wordsOf(attendance.home)).toContain("*EDU-10441* · absent for ten school days")
    expect(await reply(surface, "list")).toContain("Reported by schools, and waiting for a look")
    await attendance.click({ viewId: String(attendance.home?.id) }, "pupil-return")
    await attendance.submit({ finding: "followed-up" })
    expect(wordsOf(attendance.modal)).toContain("It is recorded that you looked at it.")
    const why = await reply(surface, "why EDU-10441")
    expect(why).toContain("looked at by <@U0ATTENDANCE>: The school or the attendance team is following it up")
    expect(why).not.toContain("pupil-return")
    expect(await reply(surface, "list")).not.toContain("EDU-10441")
    await attendance.closeModal()
    await attendance.openHome()
    await expect.poll(() => wordsOf(attendance.home)).not.toContain("EDU-10441")
    await openBy(surface, "look EDU-10441")
    expect(wordsOf(officer(surface).modal)).toContain("No return about EDU-10441 waits for a look.")
  })
})

describe("the form that corrects a case", () => {
  it("puts right a start, empties what was not so, and takes a step back, by one event", async () => {
    await using surface = await openSurface(now)
    await fillIn(surface, "facts EDU-10432", { since: "2026-11-02", area: "Central" })
    await fillIn(surface, "order EDU-10432", { step: "notice", on: "2026-11-16" })
    await openBy(surface, "correct EDU-10432")
    expect(optionsOf(surface, "mistaken")).toEqual(["0"])
    const wrong = { since: "2027-01-04", why: "typing" }
    expect(await fillIn(surface, "correct EDU-10432", wrong)).toContain('"since":"This day has not come yet')
    const right = { since: "2026-11-03", area: "", ethnicity: "WBRI", mistaken: ["0"], why: "typing" }
    expect(await fillIn(surface, "correct EDU-10432", right)).toContain("The case is put right.")
    const why = await reply(surface, "why EDU-10432")
    expect(why).toContain("Missing education since: Tue 3 Nov 2026")
    expect(why).toContain("Area: not recorded")
    expect(why).not.toContain("Attendance order:")
    const again = await fillIn(surface, "correct EDU-10432", { why: "typing" })
    expect(again).toContain("Say what is right, or what is not recorded any more.")
  })

  it("puts right the start of a closed case, and refuses a code of ethnicity that is a word", async () => {
    await using surface = await openSurface(now)
    const named = { ethnicity: "Jade Smith", why: "typing" }
    expect(await fillIn(surface, "correct EDU-10433", named)).toContain("Give the code of the school census")
    const right = { since: "2026-10-20", why: "new-information" }
    expect(await fillIn(surface, "correct EDU-10433", right)).toContain("The case is put right.")
  })
})

describe("a form that says what its user saw", () => {
  it("records nothing where another officer recorded something after it was opened", async () => {
    await using surface = await openSurface(now)
    await openBy(surface, "trace EDU-10432")
    const other = surface.person("U0ATTENDANCE")
    await other.command(CHANNEL, "/cme", "found EDU-10432")
    await other.submit({ whereabouts: "known" })
    await officer(surface).submit({ step: "traced", authority: "Sheffield City Council" })
    const why = await reply(surface, "why EDU-10432")
    expect(why).toContain("Where the child is: Known")
    expect(why).not.toContain("Sheffield")
  })
})
