/** Assigning from the form: who it warns of, once, and what it refuses. */

import {
  assigned,
  at,
  child,
  episodeId,
  interviewer,
  missing,
  offered,
  returned,
  manager as teamManager
} from "@safe-return/casework/testing"
import { civilDay, type Instant } from "@safe-return/domain/calendar"
import { type Command, EpisodeId, interviewStatus, PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readAllocatedWorker } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignButton, readAssignment } from "../../src/forms/assign/assignView.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { logButton } from "../../src/forms/logInterview/logInterviewView.ts"
import { giveUpButton } from "../../src/forms/unassign/unassignView.ts"
import { lastReply, press, pressUnoffered, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { fieldsOf, none, one, some, user } from "./enteredValues.ts"

/** Tuesday 24 November 2026, 14:00. */
const now = at(20)
const later = at(200)
const second = PersonId.make("U0INTERVIEWER2")
const seconds = (hours: number) => Math.floor(at(hours) / 1_000)
/** Thursday 26 November at 10:00, and at 20:00. */
const [thursday, evening] = [64, 74]

const hours = { opens: "09:00", closes: "17:00" }
const changed = (by: PersonId, when: Instant) => ({ changed: { by, at: when } })

const known = (surface: Surface) => {
  const away = [{ from: civilDay(2026, 11, 25), to: civilDay(2026, 11, 27), for: "sickness" as const }]
  surface.away.set(interviewer, { person: interviewer, away, ...changed(interviewer, now) })
  const pattern = { tuesday: hours, thursday: hours }
  surface.away.set(second, { person: second, pattern, away: [], ...changed(second, now) })
}

const opened = async (surface: Surface) => {
  known(surface)
  const card = await withChild(surface, missing(), returned(6))
  const manager = surface.person("U0MANAGER")
  await press(manager, card, "assign-interview")
  return manager
}

const interviewers = (surface: Surface) => surface.states.get(child)?.interviews.map((one) => one.interviewer)

const owed = [missing(0), returned(6)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

const standingOn = (surface: Surface) => {
  const state = surface.states.get(child)
  return state?.episodes.map((episode) => interviewStatus(state, episode)._tag)
}

const interviewsOn = (surface: Surface) => surface.states.get(child)?.interviews

const completed = { completedAt: seconds(110), venue: "home", harmDisclosed: "no" }

const cover = PersonId.make("U0INTERVIEWER2")

it("the form to assign says by when the interview is due, by both clocks", async () => {
  await using surface = await openSurface(now)
  const words = wordsOf((await opened(surface)).modal)
  expect(words).toMatch(/72 hours: [A-Z][a-z]{2} \d+ Nov 2026, \d\d:\d\d/)
  expect(words).toMatch(/3 working days: end of [A-Z][a-z]{2} \d+/)
})

const offeredIn = (modal: unknown): ReadonlyArray<unknown> =>
  JSON.parse(JSON.stringify(modal)).blocks.flatMap((block: { block_id?: string; element?: { options: unknown } }) =>
    block.block_id === "interviewer" ? [block.element?.options] : []
  )

it("the form offers interviewers, by name and workload, but not the allocated worker", async () => {
  await using surface = await openSurface(now)
  surface.profiles.set(child, { child, allocatedWorker: interviewer })
  const manager = await opened(surface)
  expect(offeredIn(manager.modal)).toMatchObject([
    [{ value: second, text: { text: "u0interviewer2" }, description: { text: "none open" } }, { value: "named-below" }]
  ])
})

it("the form says in words that no interviewer is there, and takes another person all the same", async () => {
  await using surface = await openSurface(now)
  surface.profiles.set(child, { child, allocatedWorker: interviewer })
  const allocated = { worker: second, to: "social-worker" } as const
  const toSecond = { by: teamManager, now: at(7), command: { _tag: "RecordAllocation", episodeId, allocated } } as const
  const card = await withChild(surface, missing(), returned(6), toSecond)
  const manager = surface.person("U0MANAGER")
  await press(manager, card, "assign-interview")
  expect(wordsOf(manager.modal)).toContain("*There is no interviewer.*")
  expect(offeredIn(manager.modal)).toEqual([])
  await manager.submit({ anotherPerson: interviewer, knownAdult: ["asked-for"] })
  expect(interviewers(surface)).toEqual([interviewer])
})

it("the form says that every interviewer is away today", async () => {
  await using surface = await openSurface(now)
  const away = [{ from: civilDay(2026, 11, 24), for: "leave" as const }]
  const card = await withChild(surface, missing(), returned(6))
  const manager = surface.person("U0MANAGER")
  for (const person of [interviewer, second]) {
    expect(wordsOf(manager.modal ?? "")).not.toContain("No interviewer is there today")
    surface.away.set(person, { person, away, ...changed(person, now) })
    await press(manager, card, "assign-interview")
  }
  expect(wordsOf(manager.modal)).toContain("*No interviewer is there today.*")
})

it("a placeholder typed for the person opens the form, which says why", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, missing(), returned(6))
  const manager = surface.person("U0MANAGER")
  await manager.command(CHANNEL, "/rhi", "assign LCS-10432 @interviewer tomorrow 10am")
  const words = wordsOf(manager.modal)
  expect(words).toContain("What you typed after @ stands for a person and names nobody.")
  expect(words).toContain("The time you typed is not taken over")
  expect(interviewers(surface)).toEqual([])
})

it("a plan during the interviewer's leave is warned of, and recorded when it is sent again", async () => {
  await using surface = await openSurface(now)
  const manager = await opened(surface)
  const plan = { interviewer, plannedFor: seconds(thursday) }
  await manager.submit(plan)
  const asked = wordsOf(manager.modal)
  expect(asked).toContain("*Not assigned yet.* <@U0INTERVIEWER> is away until Fri 27 Nov 2026")
  expect(asked).toContain("Assign anyway")
  expect(asked).not.toMatch(/sick/)
  expect(interviewers(surface)).toEqual([])
  await manager.submit()
  expect(interviewers(surface)).toEqual([interviewer])
  expect(surface.states.get(child)?.interviews[0]?.plannedFor).toBe(at(thursday))
})

it("another plan that does not fit is warned of again, and one that fits is not", async () => {
  await using surface = await openSurface(now)
  const manager = await opened(surface)
  await manager.submit({ interviewer, plannedFor: seconds(thursday) })
  await manager.submit({ interviewer: second, plannedFor: seconds(evening) })
  expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER2> works 09:00–17:00 on Thu 26 Nov 2026")
  await manager.submit({ interviewer: second, plannedFor: seconds(thursday - 24) })
  expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER2> does not work on Wed 25 Nov 2026")
  expect(interviewers(surface)).toEqual([])
  await manager.submit({ interviewer: second, plannedFor: seconds(thursday) })
  expect(interviewers(surface)).toEqual([second])
})

describe("the time planned with the former interviewer", () => {
  const planned = { ...assigned(7), command: { ...assigned(7).command, plannedFor: at(thursday) } as Command }
  const openPlanned = async (surface: Surface) => {
    const card = await withChild(surface, missing(), returned(6), planned)
    const manager = surface.person("U0MANAGER")
    await press(manager, card, "assign-interview")
    return manager
  }

  it("does not go to another person unless it is said that they agreed to it", async () => {
    await using surface = await openSurface(now)
    const manager = await openPlanned(surface)
    expect(wordsOf(manager.modal)).toContain("Planned so far: Thu 26 Nov 2026, 10:00")
    expect((await manager.submit({ interviewer: second })).fieldErrors).toHaveProperty("plans")
    expect(interviewOn(surface)).toMatchObject({ interviewer, plannedFor: at(thursday) })
    await manager.submit({ interviewer: second, plans: "carried" })
    expect(interviewOn(surface)).toMatchObject({ interviewer: second, plannedFor: at(thursday) })
  })

  it("is dropped where that is said, and gives way to a time that is entered", async () => {
    await using surface = await openSurface(now)
    const manager = await openPlanned(surface)
    const both = { interviewer: second, plans: "carried", plannedFor: seconds(evening) }
    expect((await manager.submit(both)).fieldErrors).toHaveProperty("plannedFor")
    await manager.submit({ interviewer: second, plans: "dropped", plannedFor: seconds(evening) })
    expect(interviewOn(surface)).toMatchObject({ interviewer: second, plannedFor: at(evening) })
    await using other = await openSurface(now)
    await (await openPlanned(other)).submit({ interviewer: second, plans: "dropped" })
    expect(interviewOn(other)?.interviewer).toBe(second)
    expect(interviewOn(other)).not.toHaveProperty("plannedFor")
  })

  it("stays with the person who has it, also by command, until there is another time", async () => {
    await using surface = await openSurface(now)
    const manager = await openPlanned(surface)
    await manager.submit({ interviewer, arrangement: "independent-provider" })
    expect(interviewOn(surface)).toMatchObject({ arrangement: "independent-provider", plannedFor: at(thursday) })
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    expect(interviewOn(surface)).toMatchObject({ plannedFor: at(thursday) })
    await manager.command(CHANNEL, "/rhi", "assign LCS-10432")
    expect((await manager.submit({ interviewer, plans: "dropped" })).fieldErrors).toHaveProperty("plans")
    await manager.submit({ interviewer, plans: "dropped", plannedFor: seconds(evening) })
    expect(interviewOn(surface)).toMatchObject({ interviewer, plannedFor: at(evening) })
  })
})

it("an interviewer who is not independent is refused without a warning first", async () => {
  await using surface = await openSurface(now)
  surface.profiles.set(child, { child, allocatedWorker: interviewer })
  const manager = await opened(surface)
  expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER>: none open · :no_entry: the child's allocated worker")
  const refused = await manager.submit({
    interviewer: "named-below",
    anotherPerson: interviewer,
    plannedFor: seconds(thursday)
  })
  expect(refused.fieldErrors["anotherPerson"]).toContain("allocated worker")
  expect(interviewers(surface)).toEqual([])
})

it("says the same after a command, which records at once", async () => {
  await using surface = await openSurface(now)
  known(surface)
  await withChild(surface, missing(), returned(6))
  await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x> 26 Nov 10am")
  expect(lastReply(surface, "U0MANAGER")).toContain("<@U0INTERVIEWER> is away until Fri 27 Nov 2026, and the interview")
  expect(interviewers(surface)).toEqual([interviewer])
})

it("an interview of a known adult is given to another only once that is confirmed", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, missing(), returned(6), assigned(7, true))
  const manager = surface.person("U0MANAGER")
  await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER2|x>")
  const question = "*Not assigned.* The child asked for <@U0INTERVIEWER>, who has the interview."
  expect(lastReply(surface, "U0MANAGER")).toContain(question)
  expect(lastReply(surface, "U0MANAGER")).toContain("assign-interview")
  expect(interviewers(surface)).toEqual([interviewer])

  await press(manager, card, "assign-interview")
  await manager.submit({ interviewer: second })
  expect(wordsOf(manager.modal)).toContain("*Not assigned yet.* The child asked for <@U0INTERVIEWER>")
  expect(interviewers(surface)).toEqual([interviewer])
  await manager.submit()
  expect(interviewers(surface)).toEqual([second])
})

it("a known adult who is given a time is still the one the child asked for", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, missing(), returned(6), assigned(7, true))
  await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x> 26 Nov 10am")
  expect(interviewOn(surface)).toMatchObject({ interviewer, knownAdult: true, plannedFor: at(thursday) })
})

it("the Team on the Home shows each interviewer's workload, working days and absences", async () => {
  await using surface = await openSurface(now)
  known(surface)
  await withChild(surface, missing(), returned(6), assigned(7))
  const manager = surface.person("U0MANAGER")
  await manager.openHome()
  await expect.poll(() => wordsOf(manager.home ?? "")).toContain("Who has how much")
  const home = wordsOf(manager.home)
  expect(home).toContain("<@U0INTERVIEWER2>: none open · works Tue 09:00–17:00, Thu 09:00–17:00")
  expect(home).toMatch(/<@U0INTERVIEWER>: 1 open, next due [^·]* · :warning: away from Wed 25 Nov/)
})

describe("a child who declined", () => {
  it("can be heard in another way, and the decline stays", async () => {
    await using surface = await openSurface(later)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "declined"))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    await manager.submit({ interviewer: "named-below", anotherPerson: "U0WORKER", knownAdult: ["asked-for"] })
    expect(standingOn(surface)).toEqual(["Assigned"])
    expect(interviewOn(surface)).toMatchObject({ interviewer: "U0WORKER", response: "declined" })
  })
})

describe("a worker the child asked for", () => {
  it("records the offer, a try and the outcome of that interview as an interviewer does", async () => {
    await using surface = await openSurface(later)
    await withChild(surface, missing(), returned(6))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0WORKER|x> known-adult")
    const worker = surface.person("U0WORKER")
    await worker.command(CHANNEL, "/rhi", "attempt LCS-10432")
    expect(wordsOf(worker.modal)).toContain("LCS-10432")
    await worker.command(CHANNEL, "/rhi", "offer LCS-10432")
    expect(await worker.submit({ offeredAt: seconds(107), response: "accepted" })).toMatchObject({ fieldErrors: {} })
    await worker.command(CHANNEL, "/rhi", "log LCS-10432")
    expect(await worker.submit({ ...completed, interviewer: "U0WORKER" })).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([{ knownAdult: true, completed: { interviewer: "U0WORKER" } }])
    await surface.person("U0WORKER2").command(CHANNEL, "/rhi", "record LCS-10432")
    expect(lastReply(surface, "U0WORKER2")).toContain("for those who were given the child's interview")
  })

  it("records nothing of the interview of another episode, and sees no button for it", async () => {
    await using surface = await openSurface(later)
    const second = EpisodeId.make("episode-2")
    const again = missing(60, { id: second, reference: "SYP-2026-0000002" })
    const given = {
      ...assigned(7, true),
      command: { ...assigned(7, true).command, interviewer: "U0WORKER" } as Command
    }
    const card = await withChild(surface, missing(), returned(6), given, again, returned(70, second))
    const worker = surface.person("U0WORKER")
    await worker.click(card, moreButton.actionId)
    expect(wordsOf(worker.modal)).not.toContain(logButton.actionId)
    await pressUnoffered(surface, "U0WORKER", logButton)
    await expect.poll(() => surface.audited.at(-1)).toMatchObject({ act: "log-interview", outcome: "refused" })
    await worker.command(CHANNEL, "/rhi", "offer LCS-10432")
    expect(await worker.submit({ offeredAt: seconds(107), response: "accepted" })).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([{ interviewer: "U0WORKER", response: "accepted" }])
    await worker.command(CHANNEL, "/missing", "correct LCS-10432")
    expect(worker.modal?.["private_metadata"]).toContain(episodeId)
  })

  it("can say that they cannot take it, and has nothing to record then", async () => {
    await using surface = await openSurface(later)
    const card = await withChild(surface, missing(), returned(6))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0WORKER|x> known-adult")
    const worker = surface.person("U0WORKER")
    await press(worker, card, giveUpButton.actionId)
    expect(await worker.submit({ reason: "interviewer-unavailable" })).toMatchObject({ fieldErrors: {} })
    expect(standingOn(surface)).toEqual(["Unassigned"])
    await worker.command(CHANNEL, "/rhi", "log LCS-10432")
    expect(lastReply(surface, "U0WORKER")).toContain("for those who were given the child's interview")
  })
})

describe("who carries the interview out", () => {
  it("is chosen by who has how much, and who is not independent", async () => {
    await using surface = await openSurface(at(20))
    const card = await withChild(surface, missing(), returned(6), assigned(7))
    surface.profiles.set(child, { child, allocatedWorker: PersonId.make("U0INTERVIEWER2") })
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER>: 1 open, next due Fri 27 Nov 2026, 00:00")
    expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER2>: none open · :no_entry: the child's allocated worker")
  })

  it("can be the host authority, arranged by a person who holds a role", async () => {
    await using surface = await openSurface(later)
    const card = await withChild(surface, missing(), returned(6))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, assignButton.actionId)
    const refused = await manager.submit({
      interviewer: "named-below",
      anotherPerson: "U0BYSTANDER",
      arrangement: "host-authority"
    })
    expect(refused.fieldErrors["anotherPerson"]).toContain("holds no role")
    await manager.submit({ interviewer: "named-below", anotherPerson: "U0MANAGER", arrangement: "host-authority" })
    expect(interviewsOn(surface)).toMatchObject([{ interviewer: "U0MANAGER", arrangement: "host-authority" }])
    await press(manager, card, logButton.actionId)
    expect(wordsOf(manager.modal)).not.toContain("Carried out by")
    const logged = { offeredAt: seconds(107), response: "accepted", ...completed, interviewer: "U0MANAGER" }
    expect(await manager.submit(logged)).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([{ arrangement: "host-authority", completed: { venue: "home" } }])
  })

  it("can be a known adult the child asked for, said when it is logged", async () => {
    await using surface = await openSurface(later)
    await withChild(surface, missing(), returned(6))
    const before = surface.states.get(child)
    const interviewer = surface.person("U0INTERVIEWER")
    await interviewer.command(CHANNEL, "/rhi", "log LCS-10432")
    const logged = { offeredAt: seconds(107), response: "accepted", ...completed, interviewer: "U0WORKER" }
    expect((await interviewer.submit(logged)).fieldErrors["interviewer"]).toContain("known adult")
    expect(surface.states.get(child)).toBe(before)
    expect(await interviewer.submit({ ...logged, knownAdult: ["asked-for"] })).toMatchObject({ fieldErrors: {} })
    expect(interviewsOn(surface)).toMatchObject([
      { interviewer: "U0WORKER", knownAdult: true, completed: { interviewer: "U0WORKER" } }
    ])
  })
})

it("the assign form shows working days, and who is away before the interview is due", async () => {
  await using surface = await openSurface(now)
  const card = await withChild(surface, missing(), returned(6))
  const changed = { by: cover, at: now }
  const hours = { opens: "09:00", closes: "15:00" }
  surface.away.set(cover, {
    person: cover,
    pattern: { monday: hours, tuesday: hours },
    away: [{ from: civilDay(2026, 12, 20), for: "leave" }],
    changed
  })
  surface.away.set(interviewer, {
    person: interviewer,
    away: [{ from: civilDay(2026, 11, 25), to: civilDay(2026, 12, 4), for: "sickness" }],
    changed
  })
  const manager = surface.person("U0MANAGER")
  await press(manager, card, "assign-interview")
  const shown = wordsOf(manager.modal)
  expect(shown).toContain("<@U0INTERVIEWER2>: none open · works Mon 09:00–15:00, Tue 09:00–15:00")
  expect(shown).toContain("<@U0INTERVIEWER>: none open · :warning: away from Wed 25 Nov until Fri 4 Dec")
  expect(shown.match(/:warning:/g)).toHaveLength(1)
  expect(shown).not.toMatch(/sick/)
  await manager.command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
  expect(lastReply(surface, "U0MANAGER")).toContain("<@U0INTERVIEWER>: :warning: away from Wed 25 Nov")
})

describe("assign", () => {
  it("reads the person and the child's wish", () => {
    const chosen = { interviewer: one(interviewer), knownAdult: some("asked-for") }
    expect(readAssignment(chosen)).toEqual(Result.succeed({ interviewer, knownAdult: true }))
    expect(readAssignment({ ...chosen, knownAdult: some() })).toEqual(
      Result.succeed({ interviewer, knownAdult: false })
    )
  })

  it("reads another person before the interviewer in the list", () => {
    const both = { interviewer: one(interviewer), anotherPerson: user(second) }
    expect(readAssignment(both)).toEqual(Result.succeed({ interviewer: second, knownAdult: false }))
  })

  it("asks for a person", () => {
    expect(fieldsOf(readAssignment({ interviewer: none, anotherPerson: user(null) }))).toEqual(["interviewer"])
    const below = { interviewer: one("named-below" as PersonId), anotherPerson: user(null) }
    expect(fieldsOf(readAssignment(below))).toEqual(["anotherPerson"])
    expect(fieldsOf(readAllocatedWorker({ allocatedWorker: user(null), kind: none }))).toEqual([
      "allocatedWorker",
      "kind"
    ])
  })
})

it("the form to assign is not opened while the child is still missing", async () => {
  await using surface = await openSurface(now)
  await withChild(surface, missing())
  const manager = surface.person("U0MANAGER")
  for (const named of ["assign LCS-10432", "assign LCS-10432 @interviewer"]) {
    await manager.command(CHANNEL, "/rhi", named)
    expect(manager.modal).toBeUndefined()
    expect(lastReply(surface, "U0MANAGER")).toContain("still missing")
  }
})
