/** What is held of a child beyond the reference: shown for one view, journaled, never posted. */

import { undecidedConfidentialTriggers } from "@safe-return/casework"
import {
  assigned,
  at,
  child,
  completed,
  entriesOf,
  manager,
  missing,
  offered,
  returned,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars, civilDay } from "@safe-return/domain/calendar"
import { emptyChildState, PersonId } from "@safe-return/domain/pathway"
import { NotAudited } from "@safe-return/journal"
import { emptyRoster, eventInWords } from "@safe-return/outreach"
import { owedMessages, wordsOf } from "@safe-return/outreach/testing"
import { Effect, Option } from "effect"
import { describe, expect, it } from "vitest"
import { revealButton } from "../../src/forms/profile/profileView.ts"
import { decideInQuietButton, inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { slackStyle } from "../../src/messages/slackStyle.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const held = { initials: "zz", bornOn: "2011-02-28", caseStatus: "looked-after" }

const reveal = (surface: Surface, person: string) =>
  surface.person(person).command(CHANNEL, "/missing", "reveal lcs-10432")

const looksIn = ({ audited }: Surface) =>
  audited.filter(({ act }) => act === "reveal-profile").map(({ by, child, outcome }) => [by, child, outcome])

const opened = async () => {
  const surface = await openSurface(now)
  const card = await withChild(surface, missing(), returned(6), assigned(7))
  surface.profiles.set(child, { child, allocatedWorker: worker })
  return { surface, card }
}

describe("Reveal", () => {
  it("shows what is held, to those who may see it, and each look is in the audit", async () => {
    const { surface, card } = await opened()
    await using _ = surface
    await press(surface.person("U0MASH"), card, revealButton.actionId)
    expect(wordsOf(surface.person("U0MASH").modal)).toContain("Not held")
    expect(wordsOf(surface.person("U0MASH").modal)).toContain("First episode of a young child needs")
    await surface.person("U0MASH").submit(held)
    expect(surface.profiles.get(child)).toEqual({
      child,
      allocatedWorker: worker,
      initials: "ZZ",
      bornOn: civilDay(2011, 2, 28),
      caseStatus: "looked-after",
      revision: 1
    })
    await reveal(surface, "U0INTERVIEWER")
    const seen = wordsOf(surface.person("U0INTERVIEWER").modal)
    expect(seen).toContain("Mon 28 Feb 2011")
    expect(seen).not.toContain("Save")
    expect(looksIn(surface)).toEqual([
      ["U0MASH", child, "allowed"],
      ["U0INTERVIEWER", child, "allowed"]
    ])
  })

  it("shows what the birth date makes of the rules, which is never posted", async () => {
    const { surface } = await opened()
    await using _ = surface
    surface.profiles.set(child, { child, allocatedWorker: worker, bornOn: civilDay(2017, 5, 1) })
    await reveal(surface, "U0WORKER")
    const seen = wordsOf(surface.person("U0WORKER").modal)
    expect(seen).toContain("Triggers that are never posted")
    expect(seen).toContain("First episode on record, of a child under 11.")
    expect(seen).not.toContain("First episode of a young child needs")
  })

  it("lets a person who may decide on an unposted trigger do so, and no message tells of it", async () => {
    const { surface } = await opened()
    await using _ = surface
    surface.profiles.set(child, { child, allocatedWorker: worker, bornOn: civilDay(2017, 5, 1) })
    const state = surface.states.get(child) ?? emptyChildState
    const [undecided] = undecidedConfidentialTriggers(state, now, calendars, { bornOn: civilDay(2017, 5, 1) })
    const { key, title } = undecided?.firing ?? { key: "none", title: "none" }
    const person = surface.person("U0WORKER")
    await reveal(surface, "U0WORKER")
    await person.click({ viewId: String(person.modal?.id) }, decideInQuietButton.actionId)
    expect(wordsOf(person.modal)).toContain(title)
    expect(wordsOf(person.modal)).toContain("never posted, not even that there is one")
    await person.submit({ [inputOf("answer", key)]: "yes", [inputOf("reason", key)]: "Assessment is under way" })
    expect(person.modal).toBeUndefined()
    const [event] = surface.recorded(child).slice(-1)
    expect(event).toMatchObject({ _tag: "TriggerDecided", trigger: key, answer: "yes" })
    const after = surface.states.get(child) ?? emptyChildState
    expect(event && eventInWords(event, { state: after, calendars }, slackStyle)).toEqual(Option.none())
    const acts = surface.audited.slice(-2).map(({ act, outcome }) => [act, outcome])
    expect(acts).toEqual([
      ["decide-on-quiet-trigger", "allowed"],
      ["decide-on-quiet-trigger", "allowed"]
    ])
    // It waits no longer, and a person who may not decide is shown it without the button.
    await reveal(surface, "U0WORKER")
    expect(wordsOf(person.modal)).not.toContain("Decide on these")
    surface.states.set(child, state)
    await reveal(surface, "U0INTERVIEWER")
    expect(wordsOf(surface.person("U0INTERVIEWER").modal)).toContain(title)
    expect(wordsOf(surface.person("U0INTERVIEWER").modal)).not.toContain("Decide on these")
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(wordsOf(surface.person("U0MANAGER").modal)).not.toContain(title)
  })

  it("says nothing of a trigger that is never posted in any message that is owed", () => {
    const { state, recorded } = tell([missing(), returned(6), assigned(7)])
    const facts = { bornOn: civilDay(2017, 5, 1) }
    const quiet = undecidedConfidentialTriggers(state, now, calendars, facts).flatMap(({ firing }) => firing)
    expect(quiet).toHaveLength(1)
    const owed = owedMessages({
      child,
      state,
      entries: entriesOf(recorded),
      there: emptyRoster,
      delivered: new Map(),
      announceFrom: at(-100),
      allocatedWorker: worker,
      calendars,
      facts,
      now
    })
    const words = wordsOf(owed.map(({ message }) => rendered(message())))
    expect(words).toContain("LCS-10432")
    for (const { title, action } of quiet) for (const part of [title, action]) expect(words).not.toContain(part)
  })

  it.each([
    ["the interview is recorded", [offered(8, "accepted"), completed(19)]],
    ["the child declines it", [offered(8, "declined")]],
    ["it is given to another person", [{ ...assigned(9), by: manager }]]
  ])("ends for the interviewer once %s, and stays for the allocated worker", async (_, more) => {
    const { surface } = await opened()
    await using _surface = surface
    await reveal(surface, "U0INTERVIEWER")
    expect(surface.person("U0INTERVIEWER").modal).toBeDefined()
    const events = more.map((told) =>
      told.command._tag === "AssignInterview"
        ? { ...told, command: { ...told.command, interviewer: PersonId.make("U0INTERVIEWER2") } }
        : told
    )
    const { state } = tell([missing(), returned(6), assigned(7), ...events])
    surface.states.set(child, state)
    await reveal(surface, "U0INTERVIEWER")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("allocated worker or interviewer")
    expect(looksIn(surface).at(-1)).toEqual(["U0INTERVIEWER", child, "refused"])
    await reveal(surface, "U0WORKER")
    expect(looksIn(surface).at(-1)).toEqual(["U0WORKER", child, "allowed"])
  })

  it("is refused on another person's case, and that they asked is in the audit", async () => {
    const { surface } = await opened()
    await using _ = surface
    for (const person of ["U0WORKER2", "U0INTERVIEWER2", "U0BYSTANDER"]) {
      await reveal(surface, person)
      expect(lastReply(surface, person)).toMatch(/allocated worker or interviewer|not set up to do this/)
      expect(surface.person(person).modal).toBeUndefined()
    }
    expect(looksIn(surface)).toEqual([
      ["U0WORKER2", child, "refused"],
      ["U0INTERVIEWER2", child, "refused"],
      ["U0BYSTANDER", child, "refused"]
    ])
  })

  it("does not happen when the audit cannot be written", async () => {
    const { surface } = await opened()
    await using _ = surface
    surface.beforeEachEntry(Effect.fail(new NotAudited({ path: "/srv/audit", reason: "disk full" })))
    await reveal(surface, "U0WORKER")
    expect(surface.person("U0WORKER").modal).toBeUndefined()
    expect(lastReply(surface, "U0WORKER")).toContain("Nothing was shown and nothing was done")
    expect(surface.logged.join()).toContain("disk full")
  })

  it("leaves nothing of it in a message, in what is behind a form, or in the log", async () => {
    const { surface } = await opened()
    await using _ = surface
    await reveal(surface, "U0WORKER")
    const before = surface.person("U0WORKER").modal
    await surface.person("U0WORKER").submit(held)
    await reveal(surface, "U0WORKER")
    const { private_metadata: behind } = surface.person("U0WORKER").modal ?? {}
    await reveal(surface, "U0INTERVIEWER")
    const shown = wordsOf([surface.person("U0WORKER").modal, surface.person("U0INTERVIEWER").modal])
    const everything = wordsOf([
      await surface.person("U0WORKER").messages(CHANNEL),
      surface.person("U0WORKER").ephemerals,
      before?.private_metadata,
      behind,
      surface.logged
    ])
    for (const fact of ["2011", "28 Feb", "looked-after", "Looked after"]) {
      // It was shown, so that there is something to find.
      expect(shown).toContain(fact)
      expect(everything).not.toContain(fact)
    }
  })

  it.each([
    ["a name", { initials: "Zed9" }, "initials"],
    ["a birth date to come", { bornOn: "2027-01-01" }, "bornOn"]
  ])("takes no %s, and nothing is written", async (_, answers, field) => {
    const { surface } = await opened()
    await using _surface = surface
    await reveal(surface, "U0WORKER")
    expect(Object.keys((await surface.person("U0WORKER").submit(answers)).fieldErrors)).toEqual([field])
    expect(surface.profiles.get(child)).toEqual({ child, allocatedWorker: worker })
  })

  it("overwrites nothing that was changed meanwhile", async () => {
    const { surface } = await opened()
    await using _ = surface
    await reveal(surface, "U0WORKER")
    await reveal(surface, "U0MASH")
    await surface.person("U0MASH").submit(held)
    const saved = surface.profiles.get(child)
    await surface.person("U0WORKER").submit({ initials: "QQ" })
    const shown = wordsOf(surface.person("U0WORKER").modal)
    expect(shown).toContain("Someone changed what is held")
    expect(shown).toContain("ZZ (yours: QQ)")
    expect(shown).toContain("Mon 28 Feb 2011 (yours: Not held)")
    expect(surface.person("U0WORKER").modal?.submit ?? undefined).toBeUndefined()
    expect(surface.profiles.get(child)).toBe(saved)
    // What was shown with it is a look like the one before it.
    expect(looksIn(surface)).toEqual([
      ["U0WORKER", child, "allowed"],
      ["U0MASH", child, "allowed"],
      ["U0WORKER", child, "allowed"]
    ])
  })

  it("saves one of two who save at the same moment, and shows the other what it was", async () => {
    const { surface } = await opened()
    await using _ = surface
    await reveal(surface, "U0WORKER")
    await reveal(surface, "U0MASH")
    await Promise.all([
      surface.person("U0MASH").submit(held),
      surface.person("U0WORKER").submit({ ...held, initials: "QQ" })
    ])
    const { initials, revision } = surface.profiles.get(child) ?? {}
    expect(revision).toBe(1)
    const other = initials === "ZZ" ? "U0WORKER" : "U0MASH"
    expect(wordsOf(surface.person(other).modal)).toContain(initials === "ZZ" ? "ZZ (yours: QQ)" : "QQ (yours: ZZ)")
  })

  it("keeps a worker who is set while the form is open, and saves the form", async () => {
    const { surface } = await opened()
    await using _ = surface
    await reveal(surface, "U0MASH")
    surface.profiles.set(child, { child, allocatedWorker: PersonId.make("U0WORKER2") })
    await surface.person("U0MASH").submit(held)
    expect(surface.profiles.get(child)).toMatchObject({ allocatedWorker: "U0WORKER2", initials: "ZZ", revision: 1 })
  })
})
