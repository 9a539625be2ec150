import { assigned, at, child, found, missing, offered, returned, tell } from "@safe-return/casework/testing"
import { JournalUnavailable } from "@safe-return/journal"
import { wordsOf } from "@safe-return/outreach/testing"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { foundButton } from "../../src/forms/found/foundView.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { returnedButton } from "../../src/forms/returned/returnedView.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface } from "./surface.ts"

const now = at(20)

describe("/rhi", () => {
  it("assigns, and acknowledges with who has it and by when", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const delivery = await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign Lcs-10432 <@U0INTERVIEWER|x>")
    expect(delivery.outcome).toBe("acknowledged")
    expect(lastReply(surface, "U0MANAGER")).toContain("is assigned to <@U0INTERVIEWER>")
    expect(lastReply(surface, "U0MANAGER")).toContain("72 hours: Fri 27 Nov 2026, 00:00")
    expect(surface.states.get(child)?.interviews).toMatchObject([{ interviewer: "U0INTERVIEWER" }])
  })

  it("assigns for a time, and says where that comes too late", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER> tomorrow 10am")
    expect(lastReply(surface, "U0MANAGER")).toContain("Planned for Wed 25 Nov 2026, 10:00.")
    expect(surface.states.get(child)?.interviews).toMatchObject([{ plannedFor: at(40) }])
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER2> Friday 10am")
    expect(lastReply(surface, "U0MANAGER")).toContain("after the 72 hours are over")
    expect(surface.states.get(child)?.interviews).toMatchObject([{ interviewer: "U0INTERVIEWER2", plannedFor: at(88) }])
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER>")
    expect(surface.states.get(child)?.interviews[0]).not.toHaveProperty("plannedFor")
  })

  it.each([
    ["may be morning or evening", "tomorrow 6:30", "Morning or evening?"],
    ["comes twice when the clocks go back", "31/10/2027 01:30", "comes twice"],
    ["is none", "somewhen", "could not be read"],
    ["is over", "yesterday 10am", "That time is over"]
  ])("asks about a time that %s, and nothing is written", async (_, when, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const before = surface.states.get(child)
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", `assign LCS-10432 <@U0INTERVIEWER> ${when}`)
    expect(lastReply(surface, "U0MANAGER")).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
  })

  it.each([
    ["an unknown reference", "U0MANAGER", "assign LCS-99999 <@U0INTERVIEWER|x>", "Nothing is recorded for LCS-99999"],
    ["a person who is no interviewer", "U0MANAGER", "assign LCS-10432 <@U0WORKER|x>", "not set up as a return home"],
    ["a known adult without a role", "U0MANAGER", "assign LCS-10432 <@U0BYSTANDER|x> known-adult", "holds no role"],
    ["a person who may not assign", "U0INTERVIEWER", "assign LCS-10432 <@U0INTERVIEWER|x>", "not set up to do this"],
    ["a person who may not see the queue", "U0BYSTANDER", "queue", "not set up to do this"],
    ["a person who may not log", "U0WORKER", "log LCS-10432", "given the child's interview"]
  ])("refuses %s, to them alone, and nothing is written", async (_, person, text, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const before = surface.states.get(child)
    await surface.person(person).command(CHANNEL, "/rhi", text)
    expect(lastReply(surface, person)).toContain(sentence)
    expect(surface.states.get(child)).toBe(before)
    expect(surface.person(person).modal).toBeUndefined()
  })

  it("refuses a person without permission before anything else happens", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "assign LCS-99999 <@U0INTERVIEWER|x>")
    expect(lastReply(surface, "U0WORKER")).toContain("not set up to do this")
    expect(lastReply(surface, "U0WORKER")).not.toContain("LCS-99999")
    expect(surface.asked).toEqual([])
  })

  it("does not open a form for an interview that cannot be logged", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "log LCS-10432")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("This child is still missing")
    expect(surface.person("U0INTERVIEWER").modal).toBeUndefined()
  })

  it("lists the queue, and helps with anything else", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "queue")
    expect(lastReply(surface, "U0MANAGER")).toContain("1 return home interview is owed")
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "what?")
    expect(lastReply(surface, "U0MANAGER")).toContain("/rhi assign LCS-10432 @person")
  })

  it("gives an id to quote for a fault of ours, without its details", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    surface.beforeEachCommand(Effect.die(new Error("SECRET-DETAIL")))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    const [, incident = "none"] = /quote ([0-9a-f-]{36})/.exec(lastReply(surface, "U0MANAGER")) ?? []
    expect(surface.logged.filter((line) => line.includes("SECRET-DETAIL"))).toEqual([expect.stringContaining(incident)])
    expect(lastReply(surface, "U0MANAGER")).not.toContain("SECRET-DETAIL")
  })

  it("says so when the journal cannot be written", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    surface.beforeEachCommand(Effect.fail(new JournalUnavailable({ path: "/srv/journal", reason: "disk full" })))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    expect(lastReply(surface, "U0MANAGER")).toContain("nothing was saved")
    expect(surface.logged.join("\n")).toContain("disk full")
  })

  it("answers within three seconds that nothing is confirmed, and with the outcome afterwards", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    surface.beforeEachCommand(Effect.sleep("3500 millis"))
    const manager = surface.person("U0MANAGER")
    const delivery = await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    expect(delivery.outcome).toBe("acknowledged")
    expect(lastReply(surface, "U0MANAGER")).toContain("NOT confirmed")
    await expect.poll(() => manager.ephemerals.length).toBe(2)
    expect(lastReply(surface, "U0MANAGER")).toContain("is assigned to <@U0INTERVIEWER>")
  })
})

describe("the buttons of the card", () => {
  it("record a find and a return through a form", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await press(worker, card, foundButton.actionId)
    await worker.submit({ foundAt: at(5) / 1_000 })
    await press(worker, card, returnedButton.actionId)
    expect(await worker.submit({ returnedAt: at(6) / 1_000 })).toMatchObject({ fieldErrors: {} })
    expect(worker.modal).toBeUndefined()
    expect(surface.states.get(child)?.episodes).toMatchObject([
      { progress: { _tag: "Returned", foundAt: at(5), returnedAt: at(6) } }
    ])
  })

  it("keep the form open with the reason beside the field, also when another person was first", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await press(worker, card, foundButton.actionId)
    expect((await worker.submit({ foundAt: at(-1) / 1_000 })).fieldErrors["foundAt"]).toContain(
      "before they were last seen"
    )
    surface.states.set(child, tell([missing(), found(4)]).state)
    expect((await worker.submit({ foundAt: at(5) / 1_000 })).fieldErrors["foundAt"]).toContain("Someone has already")
    expect(worker.modal).toBeDefined()
  })

  it("assign, with the child's wish", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    const refused = await manager.submit({ interviewer: "named-below", anotherPerson: "U0WORKER" })
    expect(refused.fieldErrors["anotherPerson"]).toContain("not set up as a return home interviewer")
    await manager.submit({ interviewer: "named-below", anotherPerson: "U0WORKER", knownAdult: ["asked-for"] })
    expect(surface.states.get(child)?.interviews).toMatchObject([{ interviewer: "U0WORKER", knownAdult: true }])
  })

  it("log an interview", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, logButton.actionId)
    const incomplete = await interviewer.submit({ completedAt: at(9) / 1_000 })
    expect(Object.keys(incomplete.fieldErrors).sort()).toEqual(["harmDisclosed", "response", "venue"])
    const logged = { completedAt: at(9) / 1_000, response: "accepted", venue: "school", harmDisclosed: "no" }
    expect(await interviewer.submit(logged)).toMatchObject({ fieldErrors: {} })
    expect(surface.states.get(child)?.interviews).toMatchObject([
      { completed: { completedAt: at(9), venue: "school" } }
    ])
  })

  it("set the allocated worker, and never a person without a role", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const mash = surface.person("U0MASH")
    await press(mash, card, setWorkerButton.actionId)
    const refused = await mash.submit({ allocatedWorker: "U0BYSTANDER" })
    expect(refused.fieldErrors["allocatedWorker"]).toContain("Choose a worker or team manager")
    expect(surface.profiles.size).toBe(0)
    await mash.submit({ allocatedWorker: "U0WORKER" })
    expect(surface.profiles.get(child)).toEqual({ child, allocatedWorker: "U0WORKER" })
  })

  it("tell a person without permission why nothing opens", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6))
    const worker = surface.person("U0WORKER")
    await press(worker, card, assignButton.actionId)
    await expect.poll(() => lastReply(surface, "U0WORKER")).toContain("not set up to do this")
    expect(worker.modal).toBeUndefined()
  })

  it("tell when the card belongs to a child who is gone", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    surface.states.clear()
    await press(surface.person("U0WORKER"), card, foundButton.actionId)
    await expect.poll(() => lastReply(surface, "U0WORKER")).toContain("Nothing is recorded for LCS-10432")
  })

  it("turn a form that took too long into the outcome", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing())
    const worker = surface.person("U0WORKER")
    await press(worker, card, foundButton.actionId)
    surface.beforeEachCommand(Effect.sleep("3500 millis"))
    await worker.submit({ foundAt: at(5) / 1_000 })
    expect(wordsOf(worker.modal)).toContain("NOT confirmed")
    await expect.poll(() => wordsOf(worker.modal)).toContain("It is recorded now")
  })
})

describe("the shortcut", () => {
  it("asks for the reference, then opens the form", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.shortcut("log_interview")
    expect((await interviewer.submit({ reference: "LCS-99999" })).fieldErrors["reference"]).toContain("LCS-99999")
    await interviewer.submit({ reference: "LCS-10432" })
    expect(wordsOf(interviewer.modal)).toContain("Interview completed at")
    expect(JSON.parse(interviewer.modal?.private_metadata ?? "")).toEqual({ child, episodeId: "episode-1", seen: 0 })
  })

  it("takes the reference from the message whose menu it was picked from", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), returned(6), assigned(7))
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.messageShortcut(card, "log_interview_message")
    expect(wordsOf(interviewer.modal)).toContain("Interview completed at")
  })

  it("says why not in a form of its own", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0BYSTANDER").shortcut("log_interview")
    expect(wordsOf(surface.person("U0BYSTANDER").modal)).toContain("not set up to do this")
  })
})
