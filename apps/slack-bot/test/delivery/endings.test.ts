import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { cardsOf, directMessagesOf, textOf, waitUntil } from "../endToEnd/slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "../endToEnd/trainingCouncil.ts"

const CHILD = "LCS-40001"
const POLICE = "SYP-2026-4000001"
const monday = utc(2026, 11, 16, 9)

type Council = Awaited<ReturnType<typeof openCouncil>>

const reported = async () => {
  const council = await openCouncil(monday)
  await sendNotification(council.bot.url, missingBody(CHILD, POLICE, monday))
  const mash = council.workspace.person(people.mash)
  await waitUntil(async () => (await cardsOf(mash, CHANNEL, CHILD))[0])
  await council.bot.sweep()
  return council
}

const back = (council: Council, kind: "found" | "returned", hours: number) => {
  const at = formatInstant(addHours(monday, hours))
  const body = { kind, policeReference: POLICE, sentAt: at, child: { reference: CHILD }, [`${kind}At`]: at }
  return sendNotification(council.bot.url, body)
}

const told = async (council: Council, person: string) =>
  (await directMessagesOf(council.workspace.person(person))).map(textOf)

const ALERT = "Nobody has acknowledged this alert"

test("everybody who was alerted reads in one new message that the child is back, and the alert asks no more", async () => {
  await using council = await reported()
  expect(await told(council, people.coordinator)).toEqual([expect.stringContaining(ALERT)])
  council.clock.moveTo(addHours(monday, 1))
  await back(council, "found", 0.5)
  await council.bot.sweep()
  await back(council, "returned", 1)
  await council.bot.sweep()
  const [alert, news, ...more] = await told(council, people.coordinator)
  expect(more).toEqual([])
  expect(alert).toContain(`${CHILD} · Back`)
  expect(alert).not.toMatch(/acknowledge|action_id/)
  expect(news).toContain(`${CHILD} is back, Mon 16 Nov 2026, 10:00. Interview due Thu 19 Nov 2026, 10:00.`)
  // The ladder never came to them.
  expect(await told(council, people.headOfService)).toEqual([])
})

test.each(["cant_update_message", "edit_window_closed", "message_not_found"])(
  "an alert that Slack does not let be changed (%s) is ended by a new message",
  async (error) => {
    await using council = await reported()
    council.clock.moveTo(addHours(monday, 1))
    const refused = council.workspace.faults.plan({ methods: ["chat.update"], fault: { error } })
    await back(council, "returned", 1)
    await council.bot.sweep()
    refused.lift()
    const messages = await told(council, people.coordinator)
    expect(messages.filter((text) => text.includes("Nothing is asked of you here any more"))).toHaveLength(1)
    expect(messages.filter((text) => text.includes("Interview due"))).toHaveLength(1)
    await council.bot.sweep()
    expect(await told(council, people.coordinator)).toHaveLength(messages.length)
  }
)
