import {
  assigned,
  at,
  child,
  interviewer,
  interviewId,
  manager,
  missing,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"

const now = at(20)

const interviewersOn = (surface: Surface) =>
  surface.states.get(child)?.interviews.map((interview) => interview.interviewer)

const idOn = (surface: Surface) => String(surface.states.get(child)?.interviews[0]?.id)

const planned = (hours: number): Told => ({
  by: manager,
  now: at(hours),
  command: {
    _tag: "AssignInterview",
    newInterviewId: interviewId,
    interviewer,
    knownAdult: false,
    isInterviewer: true,
    plannedFor: at(40)
  }
})

describe("/rhi handover", () => {
  it("asks for the two people, shows the interviews, and hands them over", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "handover")
    expect((await manager.submit({ from: "U0INTERVIEWER", to: "U0INTERVIEWER" })).fieldErrors).toHaveProperty("to")
    await manager.submit({ from: "U0INTERVIEWER", to: "U0INTERVIEWER2" })
    expect(wordsOf(manager.modal)).toContain("LCS-10432 · Fri 27 Nov 2026, 00:00")
    await manager.submit()
    expect(wordsOf(manager.modal)).toContain("Handed over: LCS-10432.")
    expect(interviewersOn(surface)).toEqual(["U0INTERVIEWER2"])
  })

  it("asks what becomes of a planned time, and carries it or drops it", async () => {
    for (const [plans, plannedFor] of [
      ["carried", at(40)],
      ["dropped", undefined]
    ] as const) {
      await using surface = await openSurface(now)
      await withChild(surface, missing(), returned(6), planned(7))
      const boss = surface.person("U0MANAGER")
      await boss.command(CHANNEL, "/rhi", "handover <@U0INTERVIEWER> <@U0INTERVIEWER2>")
      expect(wordsOf(boss.modal)).toContain("planned Wed 25 Nov 2026, 10:00")
      expect((await boss.submit()).fieldErrors).toHaveProperty("plans")
      await boss.submit({ plans })
      const [interview] = surface.states.get(child)?.interviews ?? []
      expect([interview?.interviewer, interview?.plannedFor]).toEqual(["U0INTERVIEWER2", plannedFor])
    }
  })

  it("says what stays where it was, and why", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "handover <@U0INTERVIEWER> <@U0INTERVIEWER2>")
    // Since the list was opened the child was allocated to the one who is to take the interview.
    surface.profiles.set(child, { child, allocatedWorker: "U0INTERVIEWER2" as typeof worker })
    await manager.submit()
    expect(wordsOf(manager.modal)).toContain("Nothing was handed over.")
    expect(wordsOf(manager.modal)).toContain("LCS-10432 was not: That person is the child's allocated worker")
    expect(interviewersOn(surface)).toEqual([interviewer])
  })

  it("leaves an interview that the child asked this person for, unless it is ticked", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7, true))
    const manager = surface.person("U0MANAGER")
    await manager.command(CHANNEL, "/rhi", "handover <@U0INTERVIEWER> <@U0INTERVIEWER2>")
    expect(wordsOf(manager.modal)).toContain("Fri 27 Nov 2026, 00:00 *")
    await manager.submit({ interviews: [idOn(surface)] })
    expect(interviewersOn(surface)).toEqual(["U0INTERVIEWER2"])
  })

  it.each([
    [
      "a person who is no interviewer",
      "handover <@U0INTERVIEWER> <@U0WORKER>",
      "not set up as a return home interviewer"
    ],
    ["a person who has none", "handover <@U0INTERVIEWER2> <@U0INTERVIEWER>", "no return home interview to hand over"]
  ])("opens nothing for %s", async (_, text, sentence) => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", text)
    expect(lastReply(surface, "U0MANAGER")).toContain(sentence)
    expect(surface.person("U0MANAGER").modal).toBeUndefined()
  })

  it("is not for an interviewer", async () => {
    await using surface = await openSurface(now)
    await surface.person("U0INTERVIEWER").command(CHANNEL, "/rhi", "handover")
    expect(lastReply(surface, "U0INTERVIEWER")).toContain("not set up to do this")
  })
})

describe("/rhi mine and overdue", () => {
  it("lists an interviewer's own, and a worker's children", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    surface.profiles.set(child, { child, allocatedWorker: worker })
    for (const person of ["U0INTERVIEWER", "U0WORKER"]) {
      await surface.person(person).command(CHANNEL, "/rhi", "mine")
      expect(lastReply(surface, person)).toContain("LCS-10432")
    }
    await surface.person("U0INTERVIEWER2").command(CHANNEL, "/rhi", "mine")
    expect(lastReply(surface, "U0INTERVIEWER2")).toContain("No return home interview is waiting for you")
  })

  it("lists what is overdue and what has no clock, and nothing else", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "overdue")
    expect(lastReply(surface, "U0MANAGER")).toContain("No return home interview is overdue")
    await using later = await openSurface(at(100))
    await withChild(later, missing(), returned(6), assigned(7))
    await later.person("U0MANAGER").command(CHANNEL, "/rhi", "overdue")
    expect(lastReply(later, "U0MANAGER")).toContain("LCS-10432")
  })
})

describe("/rhi why", () => {
  it("tells how each clock was counted, with its source", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "why LCS-10432")
    const words = wordsOf(surface.person("U0WORKER").modal)
    expect(words).toContain("*Both clocks start* Tue 24 Nov 2026, 00:00, with the child's return")
    expect(words).toContain("*72 hours: Fri 27 Nov 2026, 00:00*")
    expect(words).toContain("• Wed 25 Nov 2026: working day 1")
    expect(words).toContain("Statutory guidance")
  })

  it("names the days that were not counted", async () => {
    await using surface = await openSurface(at(80))
    await withChild(surface, missing(), returned(70))
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "why LCS-10432")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("• Sat 28 Nov 2026: not counted, Saturday")
  })

  it("shows the triggers that were met, with their source", async () => {
    await using surface = await openSurface(now)
    const later = ["episode-2", "episode-3"].flatMap((id, index) => [
      missing(7 + 4 * index, { id: EpisodeId.make(id), reference: `SYP-2026-000000${index + 2}` }),
      returned(9 + 4 * index, EpisodeId.make(id))
    ])
    await withChild(surface, missing(), returned(6), ...later)
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "why LCS-10432")
    const words = wordsOf(surface.person("U0WORKER").modal)
    expect(words).toContain("3 missing episodes in 30 days")
    expect(words).toContain("A working choice, not verified")
  })

  it("says so while no clock runs", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    await surface.person("U0WORKER").command(CHANNEL, "/rhi", "why LCS-10432")
    expect(wordsOf(surface.person("U0WORKER").modal)).toContain("No clock of the return home interview runs")
  })
})
