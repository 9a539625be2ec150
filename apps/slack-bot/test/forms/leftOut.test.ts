import { undecidedConfidentialTriggers } from "@safe-return/casework"
import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  missing,
  offered,
  returned,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { correctButton } from "../../src/forms/correct/correctView.ts"
import { revealButton } from "../../src/forms/profile/profileView.ts"
import { decideHereButton, inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)
const told = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]

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
