import { undecidedConfidentialTriggers } from "@safe-return/casework"
import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { calendars, civilDay } from "@safe-return/domain/calendar"
import { emptyChildState, interviewOf, PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { considerationsButton } from "../../src/forms/considerations/considerationsView.ts"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { revealButton } from "../../src/forms/profile/profileView.ts"
import { decideHereButton, inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { lastReply, press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)
const told = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

const heldBy = (person: PersonId): Told => {
  const { command, ...rest } = completed(9)
  if (command._tag !== "LogInterview" || command.completed === undefined) throw new Error("not a log")
  return { ...rest, command: { ...command, completed: { ...command.completed, interviewer: person } } }
}

const allocatedTo = (person: PersonId): Told => ({
  by: manager,
  now: at(10),
  command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: person } }
})

const opened = async (choice?: "left-out" | "may-see") => {
  const surface = await openSurface(now)
  const card = await withChild(surface, ...told)
  surface.profiles.set(child, { child, allocatedWorker: worker })
  if (choice !== undefined) {
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(interviewer.modal).includes("Who must not see this")) await interviewer.submit({})
    await interviewer.submit({ keptFrom: choice })
  }
  const asked = await surface.post(rendered({ _tag: "DecisionWaiting", child, episodeId, opens: "everything" }))
  return { surface, card, asked }
}

const HARM = "Harm disclosed"

describe("an allocated worker who was left out of the interview's record", () => {
  it("sees nothing of it behind Reveal, and has nothing to decide", async () => {
    const { surface, card, asked } = await opened("left-out")
    await using _ = surface
    const person = surface.person("U0WORKER")
    await press(person, card, revealButton.actionId)
    expect(wordsOf(person.modal)).not.toContain(HARM)
    expect(wordsOf(person.modal)).not.toContain("Decide on these")
    await person.click(asked, decideHereButton.actionId)
    expect(wordsOf(person.modal)).not.toContain(HARM)
  })

  it("leaves the decision to the head of service, who may not decide otherwise", async () => {
    const { surface, asked } = await opened("left-out")
    await using _ = surface
    const head = surface.person("U0HEAD")
    await head.click(asked, decideHereButton.actionId)
    expect(wordsOf(head.modal)).toContain(HARM)
    const state = surface.states.get(child)
    const key = state && undecidedConfidentialTriggers(state, now, calendars, {})[0]?.firing.key
    await head.submit({ [inputOf("answer", key ?? "")]: "yes", [inputOf("reason", key ?? "")]: "A meeting is called" })
    expect(surface.recorded(child).at(-1)).toMatchObject({ _tag: "TriggerDecided", trigger: key })
    const { surface: other, asked: same } = await opened()
    await using __ = other
    await other.person("U0HEAD").click(same, decideHereButton.actionId)
    expect(other.person("U0HEAD").modal).toBeUndefined()
    expect(other.audited.at(-1)).toMatchObject({ act: "decide-on-quiet-trigger", outcome: "refused" })
  })

  it("is named as left out to those who decide, before the policy's words for who sees to it", async () => {
    const { surface, card, asked } = await opened("left-out")
    await using _ = surface
    const manager = surface.person("U0MANAGER")
    await manager.click(asked, decideHereButton.actionId)
    const form = wordsOf(manager.modal)
    expect(form).toContain("Left out: <@U0WORKER>.")
    expect(form.indexOf("Left out")).toBeLessThan(form.indexOf("allocated worker and team manager"))
    expect(form).toContain("; without <@U0WORKER>)")
    await press(manager, card, revealButton.actionId)
    const revealed = wordsOf(manager.modal)
    expect(revealed).toContain("Left out: <@U0WORKER>.")
    expect(revealed.indexOf("Left out")).toBeLessThan(revealed.indexOf("Allocated worker"))
    expect(revealed).toContain("; without <@U0WORKER>)")
    const { surface: other, asked: same } = await opened("may-see")
    await using __ = other
    await other.person("U0MANAGER").click(same, decideHereButton.actionId)
    expect(wordsOf(other.person("U0MANAGER").modal)).toContain(HARM)
    expect(wordsOf(other.person("U0MANAGER").modal)).not.toContain("Left out")
  })

  it("may see it again once nobody is left out", async () => {
    const { surface, asked } = await opened("left-out")
    await using _ = surface
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(interviewer.modal).includes("Who must not see this")) await interviewer.submit({})
    await interviewer.submit({ keptFrom: "may-see" })
    const person = surface.person("U0WORKER")
    await person.click(asked, decideHereButton.actionId)
    expect(wordsOf(person.modal)).toContain(HARM)
  })
})

describe("an allocated worker who held the interview by the child's wish", () => {
  const byWish: ReadonlyArray<Told> = [
    missing(),
    returned(6),
    {
      by: manager,
      now: at(7),
      command: {
        _tag: "AssignInterview",
        newInterviewId: interviewId,
        interviewer: worker,
        isInterviewer: false,
        knownAdult: true
      }
    },
    offered(8, "accepted"),
    heldBy(worker)
  ]

  const leavesOut = async (surface: Surface) => {
    const person = surface.person("U0WORKER")
    await person.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(person.modal).includes("Who must not see this")) await person.submit({})
    return JSON.stringify(await person.submit({ keptFrom: "left-out" }))
  }

  it("is told that they cannot leave themselves out", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...byWish)
    surface.profiles.set(child, { child, allocatedWorker: worker })
    expect(await leavesOut(surface)).toContain("Nobody is left out of what they heard")
    expect(interviewOf(surface.states.get(child) ?? emptyChildState, episodeId)?.keptFrom).toBeUndefined()
  })

  it("leaves the child's other worker out", async () => {
    const other = PersonId.make("U0WORKER2")
    await using surface = await openSurface(now)
    await withChild(surface, ...byWish, allocatedTo(other))
    surface.profiles.set(child, { child, allocatedWorker: worker })
    await leavesOut(surface)
    expect(interviewOf(surface.states.get(child) ?? emptyChildState, episodeId)?.keptFrom).toEqual([other])
  })
})

describe("an allocated worker who was left out, and what they may undo", () => {
  it("is offered no correction of the interview, and is refused its forms", async () => {
    const { surface, card } = await opened("left-out")
    await using _ = surface
    const person = surface.person("U0WORKER")
    await press(person, card, correctButton.actionId)
    expect(wordsOf(person.modal)).toContain("A time or fact is wrong")
    expect(wordsOf(person.modal)).not.toContain("interview")
  })

  it("changes nothing by a form that was opened before they were left out", async () => {
    const { surface, card } = await opened()
    await using _ = surface
    const person = surface.person("U0WORKER")
    await press(person, card, correctButton.actionId)
    await person.submit({ choice: "interview" })
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(interviewer.modal).includes("Who must not see this")) await interviewer.submit({})
    await interviewer.submit({ keptFrom: "left-out" })
    const before = surface.recorded(child).length
    const answer = await person.submit({ reason: "mistyped", harmDisclosed: "no" })
    expect(JSON.stringify(answer)).toContain("for others to record or change")
    expect(surface.recorded(child)).toHaveLength(before)
  })
})

describe("what is closed to a worker who was left out, and to who covers for them", () => {
  const cover = "U0WORKER2"
  const coveredBy = (surface: Surface) => {
    const away = [{ from: civilDay(2026, 11, 20), for: "leave" as const, cover: PersonId.make(cover) }]
    surface.away.set(worker, { person: worker, away, changed: { by: worker, at: now } })
  }

  it.each([
    ["left-out", false],
    ["may-see", true]
  ] as const)("the considerations are offered to neither once the worker was %s", async (choice, isOpen) => {
    const { surface, card } = await opened(choice)
    await using _ = surface
    coveredBy(surface)
    for (const name of ["U0WORKER", cover]) {
      const person = surface.person(name)
      await person.click(card, moreButton.actionId)
      expect([name, wordsOf(person.modal).includes(considerationsButton.actionId)]).toEqual([name, isOpen])
      await person.openHome()
      await expect.poll(() => wordsOf(person.home ?? "")).toContain("My return home interviews")
      expect([name, wordsOf(person.home).includes(considerationsButton.actionId)]).toEqual([name, isOpen])
    }
  })

  it("a cover may answer none of them by command, by a button or by a form that was open", async () => {
    const { surface } = await opened()
    await using _ = surface
    coveredBy(surface)
    const person = surface.person(cover)
    await person.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(person.modal)).toContain("significant")
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "record LCS-10432")
    while (!wordsOf(interviewer.modal).includes("Who must not see this")) await interviewer.submit({})
    await interviewer.submit({ keptFrom: "left-out" })
    const before = surface.recorded(child).length
    await person.submit({
      kind: "social-worker",
      "answer-significant-harm": "no",
      "reason-significant-harm": "Made up"
    })
    expect(surface.audited.at(-1)).toMatchObject({ act: "answer-considerations", outcome: "refused" })
    await person.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(lastReply(surface, cover)).toContain("own allocated worker")
    await pressUnoffered(surface, cover, considerationsButton)
    expect(surface.recorded(child)).toHaveLength(before)
  })
})
