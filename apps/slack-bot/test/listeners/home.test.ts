import {
  assigned,
  at,
  child,
  completed,
  interviewer,
  missing,
  offered,
  returned,
  tell,
  worker
} from "@safe-return/casework/testing"
import { londonDayOf } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { closeButton } from "../../src/forms/close/closeView.ts"
import { considerationsButton } from "../../src/forms/considerations/considerationsView.ts"
import { offerButton } from "../../src/forms/offer/offerView.ts"
import { recordButton } from "../../src/forms/record/recordView.ts"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const now = at(20)
const nothingDisclosed = { harmDisclosed: "no", exploitation: [] } as const

const openHome = async (surface: Surface, id: string) => {
  const person = surface.person(id)
  await person.openHome()
  await expect.poll(() => person.home).toBeDefined()
  return person
}

type Reader = Awaited<ReturnType<typeof openHome>>

const press = async (person: Reader, actionId: string) => {
  const before = person.home
  await person.click({ viewId: String(before?.id) }, actionId)
}

describe("App Home", () => {
  it("opens on the team for a manager: the month, what is overdue, workloads and decisions", async () => {
    await using surface = await openSurface(at(100))
    await withChild(surface, missing(), returned(6), assigned(7))
    const manager = await openHome(surface, "U0MANAGER")
    const words = wordsOf(manager.home)
    expect(words).toContain("1, of 1 children")
    expect(words).toContain(":rotating_light: Overdue")
    expect(words).toContain("<@U0INTERVIEWER>: 1 open, :rotating_light: 1 overdue")
    expect(words).toContain("<@U0INTERVIEWER2>: none open")
    expect(words).toContain("Triggers awaiting a decision")
  })

  it("counts what was done within 72 hours this month", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9))
    const manager = await openHome(surface, "U0MANAGER")
    expect(wordsOf(manager.home)).toContain("1, 1 of them within 72 hours")
    expect(wordsOf(manager.home)).toContain("No interview is overdue.")
  })

  it("opens on the queue for a co-ordinator, narrowed at a press", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    surface.states.set(ChildReference.make("LCS-20001"), tell([missing()]).state)
    const coordinator = await openHome(surface, "U0COORDINATOR")
    expect(wordsOf(coordinator.home)).toContain("Not assigned: 1")
    await press(coordinator, "home-filter-still-missing")
    await expect.poll(() => wordsOf(coordinator.home)).not.toContain("LCS-10432")
    expect(wordsOf(coordinator.home)).toContain("missing for 20 h")
    expect(wordsOf(coordinator.home)).toContain("LCS-20001")
    await press(coordinator, "home-filter-not-offered")
    await expect.poll(() => wordsOf(coordinator.home)).toContain("Every interview that has an interviewer was offered.")
  })

  it("asks the interviewer for the write-up, a co-ordinator for the rest, until it is closed", async () => {
    await using surface = await openSurface(now)
    await withChild(
      surface,
      missing(),
      returned(6),
      assigned(7),
      offered(8, "accepted"),
      completed(9, nothingDisclosed)
    )
    const interviewer = await openHome(surface, "U0INTERVIEWER")
    const coordinator = await openHome(surface, "U0COORDINATOR")
    expect(wordsOf(interviewer.home)).toContain("record the interview's case system reference")
    expect(wordsOf(coordinator.home)).toContain("record the missing notification's case system reference")
    expect(wordsOf(coordinator.home)).not.toContain("record the interview's case system reference")
    await press(interviewer, recordButton.actionId)
    while (!wordsOf(interviewer.modal).includes("Where it is written")) await interviewer.submit({})
    await interviewer.submit({ caseReference: "LL-2026-2" })
    await press(coordinator, screenButton.actionId)
    await coordinator.submit({ allocated: "no-concern", coordinator: "U0COORDINATOR", caseReference: "LL-2026-1" })
    await interviewer.openHome()
    await expect.poll(() => wordsOf(interviewer.home)).not.toContain("To write up or close")
    await coordinator.openHome()
    await expect.poll(() => wordsOf(coordinator.home)).toContain("nothing is left to do: it can be closed")
    await press(coordinator, closeButton.actionId)
    await coordinator.submit({})
    await coordinator.openHome()
    await expect.poll(() => wordsOf(coordinator.home)).not.toContain("To write up or close")
  })

  it("shows a cover, and lists to them, the interviews of the person who is away", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const before = await openHome(surface, "U0INTERVIEWER2")
    expect(wordsOf(before.home)).not.toContain(child)
    const cover = PersonId.make("U0INTERVIEWER2")
    const away = [{ from: londonDayOf(now), to: londonDayOf(now), for: "leave", cover } as const]
    surface.away.set(interviewer, { person: interviewer, away, changed: { by: interviewer, at: now } })
    const after = await openHome(surface, "U0INTERVIEWER2")
    await expect.poll(() => wordsOf(after.home)).toContain(`You cover for <@${interviewer}>`)
    expect(wordsOf(after.home)).toContain(child)
    await after.command(CHANNEL, "/rhi", "mine")
    await expect.poll(() => wordsOf(after.ephemerals)).toContain(child)
  })

  it("turns pages", async () => {
    await using surface = await openSurface(now)
    const { state } = tell([missing(), returned(6)])
    for (let number = 10; number < 30; number += 1) surface.states.set(ChildReference.make(`LCS-300${number}`), state)
    const coordinator = await openHome(surface, "U0COORDINATOR")
    expect(wordsOf(coordinator.home)).toContain("1 to 15 of 20")
    await press(coordinator, "home-later")
    await expect.poll(() => wordsOf(coordinator.home)).toContain("16 to 20 of 20")
    await press(coordinator, "home-earlier")
    await expect.poll(() => wordsOf(coordinator.home)).toContain("1 to 15 of 20")
  })

  it("shows a worker their own children and what they have to consider, and nobody else's", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    surface.states.set(ChildReference.make("LCS-20001"), tell([missing(), returned(6)]).state)
    surface.profiles.set(child, { child, allocatedWorker: worker })
    const reader = await openHome(surface, "U0WORKER")
    expect(wordsOf(reader.home)).toContain("LCS-10432")
    expect(wordsOf(reader.home)).toContain("6 to answer")
    expect(wordsOf(reader.home)).not.toContain("LCS-20001")
    await press(reader, considerationsButton.actionId)
    await expect.poll(() => wordsOf(reader.modal)).toContain("what the allocated worker considers")
  })

  it("says in a form of its own why a button does nothing that was out of date", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6), assigned(7))
    const reader = await openHome(surface, interviewer)
    surface.states.set(child, tell([missing()]).state)
    await press(reader, offerButton.actionId)
    await expect.poll(() => wordsOf(reader.modal)).toContain("This child is still missing")
  })

  it("shows an administrator roles, policy and what is on record, and no child", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const administrator = await openHome(surface, "U0ADMINISTRATOR")
    const words = wordsOf(administrator.home)
    expect(words).toContain("*MASH:* <@U0MASH>")
    expect(words).toContain("Working choices to confirm")
    expect(words).not.toContain("LCS-10432")
  })

  it("gives everybody else a reason", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing(), returned(6))
    const bystander = await openHome(surface, "U0BYSTANDER")
    expect(wordsOf(bystander.home)).toContain("not set up to do this")
    expect(wordsOf(bystander.home)).not.toContain("LCS-10432")
  })
})
