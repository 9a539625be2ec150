import { undecidedAmong, undecidedTriggers } from "@safe-return/casework"
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
import { EpisodeId } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { revealButton } from "../../src/forms/profile/profileView.ts"
import { decideHereButton, inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(120)

/** Three episodes within a few days: the repeat trigger of Rotherham's policy is met. */
const threeTimes = [1, 2, 3].flatMap((nth) => {
  const id = EpisodeId.make(`episode-${nth}`)
  const from = (nth - 1) * 30
  return [missing(from, { id, reference: `SYP-2026-000000${nth}` }), returned(from + 6, id)]
})

const repeat = (surface: Surface) => {
  const state = surface.states.get(child)
  const found =
    state && undecidedTriggers(state, now, calendars).find(({ firing }) => firing.rule === "repeat-episodes")
  if (found === undefined) throw new Error("the repeat trigger is not waiting for a decision")
  return found
}

const answering = (key: string, answer: "yes" | "no", reason = "Strategy meeting tomorrow") => ({
  [inputOf("answer", key)]: answer,
  [inputOf("reason", key)]: reason
})

describe("a trigger that was met", () => {
  it("waits for a decision with its reason, and the reason is posted nowhere", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeTimes)
    const manager = surface.person("U0MANAGER")
    const { firing, episodeId } = repeat(surface)
    await manager.command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(wordsOf(manager.modal)).toContain(firing.title)
    await manager.submit(answering(firing.key, "yes"))
    expect(manager.modal).toBeUndefined()
    const state = surface.states.get(child)
    expect(state?.episodes.find(({ id }) => id === episodeId)?.triggerDecisions).toEqual({
      [firing.key]: { answer: "yes", reason: "Strategy meeting tomorrow" }
    })
    expect(state && undecidedTriggers(state, now, calendars).map(({ firing: { key } }) => key)).not.toContain(
      firing.key
    )
  })

  it("is refused an answer without a reason, and a reason without an answer, beside the field", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeTimes)
    const manager = surface.person("U0MANAGER")
    const { key } = repeat(surface).firing
    const sent = async (answers: Record<string, string>) => {
      await manager.command(CHANNEL, "/rhi", "decide LCS-10432")
      return (await manager.submit(answers)).fieldErrors ?? {}
    }
    expect(Object.keys(await sent({ [inputOf("answer", key)]: "no" }))).toEqual([inputOf("reason", key)])
    expect(Object.keys(await sent({ [inputOf("reason", key)]: "unsure" }))).toEqual([inputOf("answer", key)])
    expect(Object.values(await sent({}))).toEqual([expect.stringContaining("Answer at least one")])
    expect(surface.asked.filter(({ _tag }) => _tag === "DecideOnTrigger")).toEqual([])
  })

  it("is for the allocated worker and team managers, and for no interviewer of the child's", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeTimes)
    surface.profiles.set(child, { child, allocatedWorker: worker })
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("Decide on triggers")
    await surface.person("U0WORKER2").command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(lastReply(surface, "U0WORKER2")).toContain("the child's own allocated worker")
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("not set up to do this")
  })

  it("says so where none is waiting", async () => {
    await using surface = await openSurface(at(2))
    await withChild(surface, missing())
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(wordsOf(surface.person("U0MANAGER").modal)).toContain("No trigger that may be shown in Slack is waiting")
  })
})

/** An interview that brought out harm and exploitation, and the message that asks for a decision. */
const twoTriggers = async () => {
  const surface = await openSurface(at(20))
  const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9))
  surface.profiles.set(child, { child, allocatedWorker: worker })
  const asked = await surface.post(rendered({ _tag: "DecisionWaiting", child, episodeId, opens: "everything" }))
  const state = surface.states.get(child)
  const [one, other] =
    state === undefined ? [] : undecidedAmong(state, triggersFired(state, { now: at(20), calendars }))
  if (one === undefined || other === undefined) throw new Error("two triggers should wait for a decision")
  return { surface, card, asked, one: one.firing, other: other.firing }
}

const decisionsOn = (surface: Surface) =>
  surface.recorded(child).flatMap((event) => (event._tag === "TriggerDecided" ? [event] : []))

describe("two people who decide on the same trigger", () => {
  it("are one who records and one who is shown the decision that stands, and who took it", async () => {
    const { surface, asked, one, other } = await twoTriggers()
    await using _ = surface
    const [first, second] = [surface.person("U0WORKER"), surface.person("U0MANAGER")]
    await first.click(asked, decideHereButton.actionId)
    await second.click(asked, decideHereButton.actionId)
    await first.submit(answering(one.key, "yes"))
    expect(first.modal).toBeUndefined()
    await second.submit({ ...answering(one.key, "no", "No need"), ...answering(other.key, "yes") })
    expect(wordsOf(second.modal)).toContain("Not recorded yet")
    expect(wordsOf(second.modal)).toContain(`*${one.title}:*`)
    expect(wordsOf(second.modal)).toMatch(/Strategy meeting tomorrow _By <@U0WORKER>, \w{3} \d+ \w{3} \d{4}, /)
    expect(decisionsOn(surface)).toHaveLength(1)
    await second.submit(answering(other.key, "yes"))
    expect(second.modal).toBeUndefined()
    expect(decisionsOn(surface).map(({ trigger }) => trigger)).toEqual([one.key, other.key])
  })

  it("are told so too where nothing is left to decide", async () => {
    const { surface, asked, one, other } = await twoTriggers()
    await using _ = surface
    const [first, second] = [surface.person("U0WORKER"), surface.person("U0MANAGER")]
    await first.click(asked, decideHereButton.actionId)
    await second.click(asked, decideHereButton.actionId)
    const all = { ...answering(one.key, "yes"), ...answering(other.key, "yes") }
    await first.submit(all)
    await second.submit({ ...answering(one.key, "no", "No need") })
    expect(wordsOf(second.modal)).toContain("*Not recorded.* Since you opened this form")
    expect(wordsOf(second.modal)).not.toContain("send it again")
  })

  it("both record where each decides on another trigger", async () => {
    const { surface, asked, one, other } = await twoTriggers()
    await using _ = surface
    const [first, second] = [surface.person("U0WORKER"), surface.person("U0MANAGER")]
    await first.click(asked, decideHereButton.actionId)
    await second.click(asked, decideHereButton.actionId)
    await first.submit(answering(one.key, "yes"))
    await second.submit(answering(other.key, "yes"))
    expect(second.modal).toBeUndefined()
    expect(decisionsOn(surface)).toHaveLength(2)
  })
})

describe("a decision that was taken", () => {
  it("is behind Reveal with its reason, and for those who may not decide without it", async () => {
    const { surface, card, asked, one } = await twoTriggers()
    await using _ = surface
    const manager = surface.person("U0MANAGER")
    await manager.click(asked, decideHereButton.actionId)
    await manager.submit(answering(one.key, "yes"))
    await press(manager, card, revealButton.actionId)
    expect(wordsOf(manager.modal)).toMatch(/Strategy meeting tomorrow _By <@U0MANAGER>/)
    const mash = surface.person("U0MASH")
    await press(mash, card, revealButton.actionId)
    expect(wordsOf(mash.modal)).toContain("Decided. By <@U0MANAGER>")
    expect(wordsOf(mash.modal)).not.toContain("Strategy meeting tomorrow")
  })

  it("stands in the form of the decisions, whether another waits or none", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, ...threeTimes)
    const manager = surface.person("U0MANAGER")
    const { firing } = repeat(surface)
    await manager.command(CHANNEL, "/rhi", "decide LCS-10432")
    await manager.submit(answering(firing.key, "yes"))
    await manager.command(CHANNEL, "/rhi", "decide LCS-10432")
    expect(wordsOf(manager.modal)).toContain("Decided already")
    expect(wordsOf(manager.modal)).toMatch(/Strategy meeting tomorrow _By <@U0MANAGER>/)
  })
})
