/** Managers keep the rota of the out-of-hours duty on their Home, and who is told of a child follows it. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { configurationFor, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

/** Saturday 14 November 2026, 20:00 in London: the office is closed. */
const saturday = utc(2026, 11, 14, 20)
const other = people.bystander

type Council = Awaited<ReturnType<typeof openCouncil>>

const open = () => {
  const { roles } = configurationFor("http://127.0.0.1")
  return openCouncil(saturday, { roles: { ...roles, "out-of-hours-duty": [people.duty, other] } })
}

const seconds = (at: Instant): number => at / 1_000

const homeOf = async ({ workspace }: Council, words: string) => {
  const manager = workspace.person(people.manager)
  await manager.openHome()
  return waitUntil(async () => textOf(manager.home).includes(words) && textOf(manager.home))
}

/** Opens the form on the Home and leaves it open. */
const openForm = async ({ workspace }: Council, button: string, person: string = people.manager) => {
  const reader = workspace.person(person)
  await reader.openHome()
  await waitUntil(async () => textOf(reader.home).includes("Out-of-hours duty"))
  await reader.click({ viewId: String(reader.home?.id) }, button)
  return reader
}

const duty = (person: string, from: Instant, until: Instant) => ({
  person,
  from: seconds(from),
  until: seconds(until)
})

const toldOf = async ({ workspace }: Council, person: string, child: string) =>
  (await directMessagesOf(workspace.person(person))).map(textOf).filter((text) => text.includes(child))

test("the person on duty alone is told at night, and in a gap everybody who could have it", async () => {
  await using council = await open()
  await homeOf(council, "No rota is kept")
  const manager = await openForm(council, "give-duty")
  await manager.submit(duty(people.duty, saturday, addHours(saturday, 12)))
  expect(textOf(manager.modal)).toContain(`<@${people.duty}> has the out-of-hours duty`)
  const home = await homeOf(council, "Nobody is on duty")
  expect(home).toContain("Sun 15 Nov, 08:00 to Mon 16 Nov, 09:00")

  await sendNotification(council.bot.url, missingBody("LCS-50001", "SYP-2026-5000001", saturday))
  await council.bot.passTimeTo(addHours(saturday, 1))
  expect(await toldOf(council, people.duty, "LCS-50001")).not.toEqual([])
  expect(await toldOf(council, other, "LCS-50001")).toEqual([])

  const sunday = addHours(saturday, 13)
  council.clock.moveTo(sunday)
  await sendNotification(council.bot.url, missingBody("LCS-50002", "SYP-2026-5000002", sunday))
  await council.bot.passTimeTo(addHours(sunday, 1))
  for (const person of [people.duty, other]) expect(await toldOf(council, person, "LCS-50002")).not.toEqual([])
})

test("of two managers who change the rota at once the second is asked to look again", async () => {
  const roles = { ...configurationFor("http://127.0.0.1").roles, "team-manager": [people.manager, people.mash] }
  await using council = await openCouncil(saturday, { roles })
  const [first, second] = [await openForm(council, "give-duty"), await openForm(council, "give-duty", people.mash)]
  const night = duty(people.duty, saturday, addHours(saturday, 12))
  await first.submit(night)
  const refused = await second.submit(night)
  expect(JSON.stringify([refused, second.modal])).toContain("changed by another person meanwhile")
})

test("a duty is refused beside its field, and one that is taken off is on the rota no more", async () => {
  await using council = await open()
  const manager = await openForm(council, "give-duty")
  const ends = await manager.submit(duty(people.duty, saturday, addHours(saturday, -1)))
  expect(JSON.stringify([ends, manager.modal])).toContain("The duty ends before it begins")
  const unnamed = await manager.submit(duty(people.worker, saturday, addHours(saturday, 12)))
  expect(JSON.stringify([unnamed, manager.modal])).toContain("not set up as out-of-hours duty")
  await manager.submit(duty(people.duty, saturday, addHours(saturday, 12)))
  await homeOf(council, `• <@${people.duty}>`)
  await openForm(council, "take-back-duty")
  await manager.submit({ duty: "duty-1" })
  expect(await homeOf(council, "No duty is to come")).not.toContain(`• <@${people.duty}>`)
})
