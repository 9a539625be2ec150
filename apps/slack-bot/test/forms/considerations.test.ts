import {
  assigned,
  at,
  child,
  completed,
  missing,
  offered,
  onlyEpisode,
  returned,
  tell,
  worker as workerOfTheChild
} from "@safe-return/casework/testing"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { setWorkerButton } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(20)

const considerationsOn = (surface: Surface) => surface.states.get(child)?.episodes[0]?.considerations

/** A child whose worker is known, and their card. */
const withWorker = async (surface: Surface) => {
  const card = await withChild(surface, missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9))
  const mash = surface.person("U0MASH")
  await press(mash, card, setWorkerButton.actionId)
  await mash.submit({ allocatedWorker: "U0WORKER", kind: "early-help-worker" })
  return card
}

const harm = { "answer-significant-harm": "yes", "reason-significant-harm": "Harm was disclosed" }
const meeting = { "answer-strategy-meeting": "yes", "reason-strategy-meeting": "Convened for tomorrow" }
const inquiry = { "answer-section-47": "no", "reason-section-47": "The meeting decides" }

describe("the considerations", () => {
  it("are answered step by step: significant harm, strategy meeting, section 47", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(worker.modal)).not.toContain("strategy meeting convened")
    await worker.submit(harm)
    expect(wordsOf(worker.modal)).toContain("Is a strategy meeting convened?")
    expect(wordsOf(worker.modal)).not.toContain("significant harm")
    await worker.submit(meeting)
    expect(wordsOf(worker.modal)).toContain("Is a section 47 investigation carried out?")
    await worker.submit(inquiry)
    expect(worker.modal).toBeUndefined()
    expect(considerationsOn(surface)).toEqual({
      "significant-harm": { answer: "yes", reason: "Harm was disclosed" },
      "strategy-meeting": { answer: "yes", reason: "Convened for tomorrow" },
      "section-47": { answer: "no", reason: "The meeting decides" }
    })
  })

  it("can be answered several at a time, and go on from where they were left", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    const care = { "answer-update-care-plan": "no", "reason-update-care-plan": "Reviewed last week" }
    await worker.submit({ ...harm, "answer-significant-harm": "no", ...care })
    expect(worker.modal).toBeUndefined()
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(worker.modal)).toContain("2 answered so far, 4 to go")
    expect(wordsOf(worker.modal)).not.toContain("care plan")
  })

  it.each([
    ["an answer without a reason", { "answer-exploitation": "no" }, "reason-exploitation", "Give the reason"],
    ["a reason without an answer", { "reason-exploitation": "unsure" }, "answer-exploitation", "Say yes or no"],
    ["nothing at all", {}, "answer-significant-harm", "Answer at least one"]
  ])("are refused with %s, beside the question, and nothing is written", async (_, answers, field, sentence) => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const before = surface.states.get(child)
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    expect((await worker.submit(answers)).fieldErrors).toMatchObject({ [field]: expect.stringContaining(sentence) })
    expect(surface.states.get(child)).toBe(before)
  })

  it("show every fault at once, and name the question of a reason further down", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    const { fieldErrors } = await worker.submit({
      "answer-exploitation": "no",
      "answer-update-care-plan": "no",
      "reason-significant-harm": ""
    })
    expect(Object.keys(fieldErrors)).toEqual(expect.arrayContaining(["reason-exploitation", "reason-update-care-plan"]))
    expect(Object.values(fieldErrors).join()).toMatch(
      /needs correcting: Reason \([A-Z][^)]+\?\); Reason \([A-Z][^)]+\?\)/
    )
  })

  it("are for the child's own worker or a team manager", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    await surface.person("U0WORKER2").command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(lastReply(surface, "U0WORKER2")).toContain("the child's own allocated worker")
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("not set up to do this")
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "consider LCS-10432")
    expect(wordsOf(surface.person("U0MANAGER").modal)).toContain("what the allocated worker considers")
  })

  it.each(["U0MASH", "U0COORDINATOR", "U0DUTY", "U0MANAGER"])(
    "are for %s to answer where no worker is allocated",
    async (person) => {
      await using surface = await openSurface(now)
      await withChild(surface, missing(), returned(6))
      const reader = surface.person(person)
      await reader.command(CHANNEL, "/rhi", "consider LCS-10432")
      await reader.submit(harm)
      expect(considerationsOn(surface)).toEqual({
        "significant-harm": { answer: "yes", reason: "Harm was disclosed" }
      })
    }
  )

  it("are the worker's and a manager's alone once a worker is allocated", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    for (const person of ["U0MASH", "U0COORDINATOR", "U0DUTY"]) {
      await surface.person(person).command(CHANNEL, "/rhi", "consider LCS-10432")
      expect(lastReply(surface, person)).toContain("Where no worker is allocated")
    }
  })

  it("take the worker known from the profile, and ask what kind of worker they are", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    surface.profiles.set(child, { child, allocatedWorker: workerOfTheChild })
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    await worker.submit({ kind: "social-worker", ...harm })
    expect(surface.states.get(child)?.episodes).toMatchObject([
      {
        allocation: { to: "social-worker", worker: "U0WORKER" },
        considerations: { "significant-harm": { answer: "yes" } }
      }
    ])
  })
})

describe("the message to the allocated worker", () => {
  it("says the same whatever came of the interview", () => {
    const settled = [missing(), returned(6), assigned(7)]
    const one = tell([...settled, offered(8), completed(9)])
    const other = tell([...settled, offered(8, "declined")])
    expect(
      rendered({ _tag: "ConsiderationsRequest", child, episode: onlyEpisode(one), questions: ["exploitation"] })
    ).toEqual(
      rendered({ _tag: "ConsiderationsRequest", child, episode: onlyEpisode(other), questions: ["exploitation"] })
    )
  })
})

describe("two people who answer the considerations at once", () => {
  it("are one who records and one who is shown the answer that stands instead, and its author", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const [worker, manager] = [surface.person("U0WORKER"), surface.person("U0MANAGER")]
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    await manager.command(CHANNEL, "/rhi", "consider LCS-10432")
    await worker.submit({ "answer-significant-harm": "no", "reason-significant-harm": "Nothing was disclosed" })
    const care = { "answer-update-care-plan": "no", "reason-update-care-plan": "Reviewed last week" }
    await manager.submit({ ...harm, ...care })
    expect(wordsOf(manager.modal)).toMatch(
      /Not recorded yet.*significant harm.*No\. Nothing was disclosed By <@U0WORKER>/
    )
    expect(considerationsOn(surface)).not.toHaveProperty("update-care-plan")
    await manager.submit(care)
    expect(considerationsOn(surface)).toMatchObject({
      "significant-harm": { answer: "no" },
      "update-care-plan": { answer: "no" }
    })
  })

  it("both record where they answer different questions", async () => {
    await using surface = await openSurface(now)
    await withWorker(surface)
    const [worker, manager] = [surface.person("U0WORKER"), surface.person("U0MANAGER")]
    await worker.command(CHANNEL, "/rhi", "consider LCS-10432")
    await manager.command(CHANNEL, "/rhi", "consider LCS-10432")
    await worker.submit({ "answer-update-care-plan": "no", "reason-update-care-plan": "Reviewed last week" })
    await manager.submit({ "answer-exploitation": "no", "reason-exploitation": "Nothing points to it" })
    expect(considerationsOn(surface)).toMatchObject({
      exploitation: { answer: "no" },
      "update-care-plan": { answer: "no" }
    })
  })
})
