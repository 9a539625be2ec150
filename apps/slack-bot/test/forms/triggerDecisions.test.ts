import { undecidedTriggers } from "@safe-return/casework"
import { at, child, missing, returned, worker } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { inputOf } from "../../src/forms/triggerDecisions/triggerDecisionsView.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

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
