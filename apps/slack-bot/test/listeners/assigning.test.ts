/** Assigning from the form: whom it warns of, once, and what it refuses. */

import { assigned, at, child, interviewer, missing, returned } from "@safe-return/casework/testing"
import { civilDay, type Instant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { wordsOf } from "../messages/caseSnapshot.ts"
import { lastReply, press, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

/** Tuesday 24 November 2026, 14:00. */
const now = at(20)
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

it("warns of a plan in somebody's leave, and records it when it is sent again", async () => {
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

it("warns anew of another plan that does not fit either, and not of one that does", async () => {
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

it("refuses whoever is not independent, without asking whether it is meant", async () => {
  await using surface = await openSurface(now)
  surface.profiles.set(child, { child, allocatedWorker: interviewer })
  const manager = await opened(surface)
  expect(wordsOf(manager.modal)).toContain("<@U0INTERVIEWER>: none open · :no_entry: the child's allocated worker")
  const refused = await manager.submit({ interviewer, plannedFor: seconds(thursday) })
  expect(wordsOf(refused.fieldErrors)).toContain("allocated worker")
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

it("the Team on the Home shows how much each interviewer has, when they work and when they are away", async () => {
  await using surface = await openSurface(now)
  known(surface)
  await withChild(surface, missing(), returned(6), assigned(7))
  const manager = surface.person("U0MANAGER")
  await manager.openHome()
  await expect.poll(() => wordsOf(manager.home ?? "")).toContain("Who has how much")
  const home = wordsOf(manager.home)
  expect(home).toContain("<@U0INTERVIEWER2>: none open · works Tue 09:00–17:00, Thu 09:00–17:00")
  expect(home).toMatch(/<@U0INTERVIEWER>: 1 open, next due [^·]* · :warning: away from Wed 25 Nov 2026/)
})
