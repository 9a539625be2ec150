/** `/cme`, on a real Bolt app over real signed HTTP: one child of the education team is on record, EDU-10432. */
import { at } from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { lastReply } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

/** Tuesday 24 November 2026, 14:00 in London. */
const now = at(20)

const command = (surface: Surface, person: string, text: string) =>
  surface.person(person).command(CHANNEL, "/cme", text)

const officer = (surface: Surface) => surface.person("U0EDUCATION")

/** Opens a form by its word and sends it with these answers: what the person reads then. */
const fillIn = async (surface: Surface, text: string, answers: Readonly<Record<string, string>>) => {
  await command(surface, "U0EDUCATION", text)
  const sent = await officer(surface).submit(answers)
  return { sent, said: wordsOf(officer(surface).modal ?? "closed") }
}

const reply = async (surface: Surface, text: string) => {
  await command(surface, "U0EDUCATION", text)
  return lastReply(surface, "U0EDUCATION")
}

describe("/cme", () => {
  it("follows a child from the referral to a place at a school, in forms and private answers", async () => {
    await using surface = await openSurface(now)
    const referred = await fillIn(surface, "refer EDU 10434", { referredOn: "2026-11-23", source: "School" })
    expect(referred.said).toContain("EDU-10434 is referred")
    expect(await reply(surface, "list")).toMatch(/Children missing education: 2 open/)
    expect(await reply(surface, "why EDU-10434")).toContain("Missing education since: not recorded")

    const facts = { since: "2026-11-02", reason: "Waiting school start", sex: "female", yearGroup: "4" }
    expect((await fillIn(surface, "facts EDU-10434", facts)).said).toContain("The facts are recorded")
    const enquiry = { kind: "new:home-visit", answer: "unreadable" }
    expect((await fillIn(surface, "enquiry EDU-10434", enquiry)).said).toContain("The enquiry is recorded")
    expect((await fillIn(surface, "found EDU-10434", { whereabouts: "known" })).said).toContain("The case stays open")
    const why = await reply(surface, "why edu10434")
    expect(why).toContain("Missing education since: Mon 2 Nov 2026")
    expect(why).toContain("Visit to the home, Tue 24 Nov 2026: It waits for a person to read it")
    expect(why).toContain("Next: a person to read an answer")

    const hoped = await fillIn(surface, "close EDU-10434", { outcome: "school-place" })
    expect(hoped.sent.fieldErrors).toEqual({ school: "Give the school that has admitted the child." })
    const closed = await fillIn(surface, "close EDU-10434", { outcome: "school-place", school: "Made-up Academy" })
    expect(closed.said).toContain("The case is closed: A place at a school")
    expect(await reply(surface, "close EDU-10434")).toContain("EDU-10434 has no open case")
    expect(await reply(surface, "reopen EDU-10432")).toContain("EDU-10432 has an open case")
    expect(await reply(surface, "why EDU-10434")).toContain("pupil-reopen")
    const reopened = await fillIn(surface, "reopen EDU-10434", { reason: "closed-by-mistake" })
    expect(reopened.said).toContain("The case is open again.")
    expect((await fillIn(surface, "close EDU-10434", { outcome: "school-place" })).said).toContain("The case is closed")
    expect(await reply(surface, "list")).toMatch(/Children missing education: 1 open/)
    // Nothing of it was posted where others read.
    expect(await officer(surface).messages(CHANNEL)).toEqual([])
  })

  it("reads the answer to an earlier enquiry, and records the same form once", async () => {
    await using surface = await openSurface(now)
    await fillIn(surface, "enquiry EDU-10432", { kind: "new:police", madeOn: "2026-11-20", answer: "unreadable" })
    await command(surface, "U0EDUCATION", "enquiry EDU-10432")
    const earlier = /"value":"(earlier:[^"]+)"/.exec(JSON.stringify(officer(surface).modal))?.[1] ?? "none"
    await officer(surface).submit({ kind: earlier, answer: "nothing-known" })
    expect(await reply(surface, "why EDU-10432")).toContain("They know nothing, as read by a person")
  })

  it("takes no name for a reference, and repeats and keeps none", async () => {
    await using surface = await openSurface(now)
    for (const typed of ["refer SMITH-JADE-14", "why SMITH-JADE-14", "why Jade Smith"]) {
      const said = await reply(surface, typed)
      expect(said).toMatch(/education (?:reference|system's)/)
      expect(said.toLowerCase()).not.toMatch(/smith|jade/)
    }
    await command(surface, "U0EDUCATION", "refer")
    const { fieldErrors } = await officer(surface).submit({ reference: "SMITH-JADE-14", referredOn: "2026-11-23" })
    expect(fieldErrors?.["reference"]).toContain("EDU- and 5 digits")
    expect(JSON.stringify([surface.audited, surface.logged]).toLowerCase()).not.toMatch(/smith|jade/)
  })

  it("says what DfE's return lacks child by child, and withholds small counts", async () => {
    await using surface = await openSurface(now)
    const said = await reply(surface, "return")
    expect(said).toContain("Children missing education on Tuesday 24 November 2026")
    expect(said).toContain("Open at the end of the day: c")
    expect(said).not.toMatch(/: [1-4]\b/)
    expect(said).toContain("EDU-10432")
    expect(said).toContain("start not recorded, reason not recorded, sex not recorded, year group not recorded")
    expect(await reply(surface, "return 1 October 2026")).toContain("Open at the end of the day: 0")
  })

  it("lets nobody of the pathway read a case, and names each reader's own words alone", async () => {
    await using surface = await openSurface(now)
    for (const typed of ["list", "why EDU-10432", "return", "refer EDU-10432"]) {
      await command(surface, "U0MANAGER", typed)
      expect(lastReply(surface, "U0MANAGER")).toContain("You are not set up to do this")
      expect(lastReply(surface, "U0MANAGER")).not.toContain("EDU-10432")
    }
    await surface.person("U0EDUCATION").command(CHANNEL, "/missing", "open")
    expect(lastReply(surface, "U0EDUCATION")).toContain("You are not set up to do this")
    await command(surface, "U0ATTENDANCE", "help")
    expect(lastReply(surface, "U0ATTENDANCE")).toContain("`/cme enquiry EDU-12345`")
    expect(lastReply(surface, "U0ATTENDANCE")).not.toContain("/cme close")
    await command(surface, "U0ATTENDANCE", "enqiry EDU-10432")
    expect(lastReply(surface, "U0ATTENDANCE")).toContain("Did you mean `/cme enquiry`?")
    expect(surface.audited.map(({ act, child, outcome }) => [act, child, outcome])).toContainEqual([
      "see-education-cases",
      "EDU-10432",
      "refused"
    ])
  })
})

describe("the Home of the education team", () => {
  const openHome = async (surface: Surface, id: string) => {
    const person = surface.person(id)
    await person.openHome()
    await expect.poll(() => person.home).toBeDefined()
    return person
  }

  it("lists open cases with what is due, and opens each with the buttons of its reader", async () => {
    await using surface = await openSurface(now)
    const person = await openHome(surface, "U0EDUCATION")
    const home = wordsOf(person.home)
    expect(home).toContain("1 open, 1 of them with something due.")
    expect(home).toContain("*EDU-10432* · Open · referred Mon 2 Nov · waits for the next enquiry")
    expect(home).not.toContain("Working days")
    await person.click({ viewId: String(person.home?.id) }, "pupil-case")
    expect(wordsOf(person.modal)).toContain("Missing education since: not recorded")
    await person.click({ viewId: String(person.modal?.id) }, "pupil-enquiry")
    await person.submit({ kind: "new:health" })
    expect(wordsOf(person.modal)).toContain("The enquiry is recorded.")
    expect(await reply(surface, "why EDU-10432")).toContain("Enquiry: Health services, Tue 24 Nov 2026: no answer yet")
  })

  it("shows an attendance officer no button that closes a case, and refers a child from it", async () => {
    await using surface = await openSurface(now)
    const person = await openHome(surface, "U0ATTENDANCE")
    await person.click({ viewId: String(person.home?.id) }, "pupil-case")
    const shown = JSON.stringify(person.modal)
    expect(["pupil-facts", "pupil-enquiry", "pupil-found", "pupil-close"].filter((id) => shown.includes(id))).toEqual([
      "pupil-facts",
      "pupil-enquiry",
      "pupil-found"
    ])
    await person.closeModal()
    await person.click({ viewId: String(person.home?.id) }, "pupil-referral")
    await person.submit({ reference: "EDU-10499", referredOn: "2026-11-24" })
    expect(wordsOf(person.modal)).toContain("EDU-10499 is referred")
  })

  it("shows nobody of the pathway a case", async () => {
    await using surface = await openSurface(now)
    const manager = await openHome(surface, "U0MANAGER")
    expect(wordsOf(manager.home)).not.toMatch(/EDU-|missing education/)
  })
})
