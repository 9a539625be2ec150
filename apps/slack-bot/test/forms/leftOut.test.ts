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
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { revealButton } from "../../src/forms/profile/profileView.ts"
import { decideHereButton, inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { withdrawFromInterviewButton } from "../../src/forms/withdrawFromInterview/withdrawFromInterviewView.ts"
import { press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
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

const opened = async (choice?: "left-out" | "may-see", what = told) => {
  const surface = await openSurface(now)
  const card = await withChild(surface, ...what)
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

/** The same, of which nothing came out. */
const withoutHarm = [...told.slice(0, -1), completed(9, { harmDisclosed: "no", exploitation: [] })]

/** A person who acts for the worker and sees what the worker would. */
const cover = "U0WORKER2"
const coveredBy = (surface: Surface) => {
  const away = [{ from: civilDay(2026, 11, 20), for: "leave" as const, cover: PersonId.make(cover) }]
  surface.away.set(worker, { person: worker, away, changed: { by: worker, at: now } })
}

/** Made for one opening of a form, and nothing that anybody sees. */
const unseen = ["ts", "id", "block_id", "hash", "root_view_id", "previous_view_id", "private_metadata"]

const shownIn = (shown: unknown): unknown =>
  JSON.parse(JSON.stringify(shown ?? "nothing", (key, value) => (unseen.includes(key) ? undefined : value)))

/** Everything that a person can open about the child. */
const seenBy = async ({ surface, card }: Awaited<ReturnType<typeof opened>>, name: string) => {
  const person = surface.person(name)
  const seen: Record<string, unknown> = {}
  const reply = () => shownIn(surface.person(name).ephemerals.at(-1))
  for (const typed of ["status", "correct"]) {
    await person.command(CHANNEL, "/missing", `${typed} LCS-10432`)
    seen[typed] = [reply(), shownIn(person.modal)]
  }
  for (const typed of ["consider", "why", "queue", "log", "record", "decide", "offer"]) {
    await person.command(CHANNEL, "/rhi", `${typed} LCS-10432`)
    seen[typed] = [reply(), shownIn(person.modal)]
  }
  await person.click(card, moreButton.actionId)
  seen["more"] = shownIn(person.modal)
  await pressUnoffered(surface, name, withdrawFromInterviewButton)
  seen["withdraw"] = reply()
  if (name === "U0WORKER") {
    await press(person, card, revealButton.actionId)
    seen["reveal"] = shownIn(person.modal)
  }
  await person.openHome()
  await expect.poll(() => wordsOf(person.home ?? "")).toContain("My return home interviews")
  seen["home"] = shownIn(person.home)
  return seen
}

describe("an allocated worker who was left out of harm", () => {
  it.each(["U0WORKER", cover])(
    "is shown on every surface what nothing that came out would show, as %s",
    async (name) => {
      const kept = await opened("left-out")
      await using _ = kept.surface
      const nothing = await opened("may-see", withoutHarm)
      await using __ = nothing.surface
      for (const { surface } of [kept, nothing]) if (name === cover) coveredBy(surface)
      const seen = await seenBy(kept, name)
      expect(seen).toEqual(await seenBy(nothing, name))
      expect(wordsOf(seen["consider"])).toContain("significant harm")
      expect(wordsOf(seen["home"])).toContain("6 to answer")
    }
  )

  it("answers their own questions, and sees nothing of a manager's answers", async () => {
    const { surface } = await opened("left-out")
    await using _ = surface
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(boss.modal)).toContain("Left out: <@U0WORKER>.")
    await boss.submit({ "answer-significant-harm": "yes", "reason-significant-harm": "A manager's reason" })
    const person = surface.person("U0WORKER")
    await person.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(person.modal)).toContain("significant harm")
    expect(wordsOf(person.modal)).not.toContain("A manager's reason")
    await person.submit({
      kind: "social-worker",
      "answer-significant-harm": "no",
      "reason-significant-harm": "A worker's reason"
    })
    expect(surface.states.get(child)?.episodes[0]).toMatchObject({
      considerations: { "significant-harm": { answer: "no" } },
      consideredApart: { "significant-harm": { answer: "yes" } }
    })
  })

  it("has no answer of others recorded as theirs, though it came after the last was given", async () => {
    const { surface } = await opened("left-out")
    await using _ = surface
    surface.profiles.set(child, { child, allocatedWorker: PersonId.make(cover) })
    const boss = surface.person("U0MANAGER")
    const values = (reason: string) =>
      Object.fromEntries(
        [
          "significant-harm",
          "update-assessment",
          "update-care-plan",
          "update-find-me-plan",
          "involve-interview-staff",
          "exploitation"
        ].flatMap((question) => [
          [`answer-${question}`, "no"],
          [`reason-${question}`, reason]
        ])
      )
    await boss.command(CHANNEL, "/rhi", "consider LCS-10432")
    const other = surface.person(cover)
    await other.command(CHANNEL, "/rhi", "consider LCS-10432")
    await boss.submit(values("First"))
    await other.submit(values("First"))
    expect(surface.states.get(child)?.episodes[0]?.consideredApart).toHaveProperty("exploitation")
    expect(surface.states.get(child)?.episodes[0]?.considerations).toBeUndefined()
  })
})

describe("a worker who is allocated next and covers for the one who was left out", () => {
  it("has the questions on their Home, and answers them apart", async () => {
    const { surface } = await opened("left-out")
    await using _ = surface
    coveredBy(surface)
    surface.profiles.set(child, { child, allocatedWorker: PersonId.make(cover) })
    const person = surface.person(cover)
    await person.openHome()
    await expect.poll(() => wordsOf(person.home ?? "")).toContain("6 to answer")
    await person.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(person.modal)).toContain("Left out: <@U0WORKER>.")
  })
})

describe("an allocated worker, and what they may undo of an interview", () => {
  it.each(["left-out", "may-see"] as const)("is offered no correction of it, though they were %s", async (choice) => {
    const { surface, card } = await opened(choice)
    await using _ = surface
    const person = surface.person("U0WORKER")
    await press(person, card, correctButton.actionId)
    expect(wordsOf(person.modal)).toContain("A time or fact is wrong")
    expect(wordsOf(person.modal)).not.toContain("interview")
  })
})
