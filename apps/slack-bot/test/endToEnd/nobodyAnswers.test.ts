/** An alert that nobody acknowledges, from the card to the telephone of the duty team. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

const CHILD = "LCS-60001"
/** The evening before Christmas Day of 2026: nobody is back in the office until Tuesday 29 December. */
const evening = utc(2026, 12, 24, 18)
const minutes = (many: number): Instant => addHours(evening, many / 60)

const NOBODY = /nobody has acknowledged the alert|the alert comes to you first/

const alertsTo = async (council: Awaited<ReturnType<typeof openCouncil>>, person: string) =>
  (await directMessagesOf(council.workspace.person(person)))
    .map(textOf)
    .filter((text) => NOBODY.test(text) || text.includes("acknowledged this alert"))

const reported = async (council: Awaited<ReturnType<typeof openCouncil>>) => {
  const sent = await sendNotification(council.bot.url, missingBody(CHILD, "SYP-2026-60001", evening))
  expect(sent.status).toBe(202)
  await council.bot.sweep()
}

test("an alert on a bank holiday's eve climbs to the head of service, then leaves Slack", async () => {
  await using notify = await startNotify()
  await using council = await openCouncil(evening, { notify: notifyFor(notify.url) })
  await reported(council)
  // Nobody is allocated, so that all of the next step are told with the alert.
  for (const person of [people.coordinator, people.duty]) expect(await alertsTo(council, person)).toHaveLength(1)
  for (const person of [people.manager, people.headOfService]) expect(await alertsTo(council, person)).toEqual([])
  await council.bot.passTimeTo(minutes(31))
  expect(await alertsTo(council, people.manager)).toHaveLength(1)
  await council.bot.passTimeTo(minutes(61))
  const [toHead] = await directMessagesOf(council.workspace.person(people.headOfService))
  expect(JSON.stringify(toHead)).toContain("Told before you, without an answer")
  expect(JSON.stringify(toHead)).toContain(`<@${people.coordinator}>`)
  expect(JSON.stringify(toHead)).toContain("nobody was set up or there")
  expect(notify.sent).toEqual([])

  // A restart in the middle, with a message that Notify took and did not answer for.
  notify.failNext(500, true)
  await council.bot.passTimeTo(minutes(91))
  await council.bot.stop()
  const again = await startBot(council.workspace, council.clock, council.directory, { notify: notifyFor(notify.url) })
  await again.sweep()
  await again.sweep()
  await again.stop()
  expect(notify.sent.map(({ type, to }) => [type, to]).sort()).toEqual([
    ["email", "managers@council.example"],
    ["sms", "+447700900123"]
  ])
  for (const { personalisation } of notify.sent) {
    expect(Object.keys(personalisation)).toEqual(["case_reference", "what_to_do"])
    expect(personalisation["case_reference"]).toBe(CHILD)
    expect(JSON.stringify(personalisation)).not.toMatch(/Synthetic|2010-02-03|SECRET|medium/)
  }
  for (const person of [people.coordinator, people.duty, people.manager, people.headOfService]) {
    expect(await alertsTo(council, person)).toHaveLength(1)
  }
})

test("stops where it is when a person acknowledges it, and the card and the alerts say who", async () => {
  await using council = await openCouncil(evening)
  await reported(council)
  await council.bot.passTimeTo(minutes(16))
  const duty = readerOf(council.workspace.person(people.duty))
  const manager = readerOf(council.workspace.person(people.manager))
  await manager.sees("#missing").card(CHILD, "The alert waits for an answer")
  await duty.sees("#missing").card(CHILD, "Missing")
  await duty.clicks("Acknowledge alert")
  await manager.sees("#missing").card(CHILD, `Alert acknowledged by`)
  await council.bot.passTimeTo(minutes(200))
  expect(await alertsTo(council, people.manager)).toEqual([])
  expect(await alertsTo(council, people.headOfService)).toEqual([])
  await waitUntil(async () =>
    JSON.stringify(await directMessagesOf(council.workspace.person(people.duty))).includes("Alert acknowledged by")
  )
})

test("what Notify could not deliver is told to people, as any message that does not arrive", async () => {
  await using notify = await startNotify()
  await using council = await openCouncil(evening, { notify: notifyFor(notify.url) })
  await reported(council)
  await council.bot.passTimeTo(minutes(91))
  expect(notify.sent).toHaveLength(2)
  for (const one of notify.sent) one.status = one.type === "sms" ? "permanent-failure" : "delivered"
  await council.bot.sweep()
  await council.bot.sweep()
  const posted = council.workspace.calls.filter(({ method }) => method === "chat.postMessage")
  expect(
    posted.some(({ params }) => String(params["text"]).includes("the out-of-hours duty team by text message"))
  ).toBe(true)
  expect(posted.filter(({ params }) => params["channel"] === CHANNEL).length).toBeGreaterThan(0)
})
