/** A council in which nobody can be told of a missing child: on leave, never set up, or in a group that cannot be read. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { afterEach, beforeEach, expect, test } from "vitest"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, configurationFor, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)
const nobody = { "missing-coordinator": [], "team-manager": [], "head-of-service": [], "out-of-hours-duty": [] }
const { roles } = configurationFor("")

let notify: Awaited<ReturnType<typeof startNotify>>
beforeEach(async () => {
  notify = await startNotify()
})
afterEach(() => notify[Symbol.asyncDispose]())

const report = async (council: Awaited<ReturnType<typeof openCouncil>>) => {
  await sendNotification(council.bot.url, missingBody("LCS-80001", "SYP-2026-80001", council.clock.now()))
  await council.bot.sweep()
}

const inChannel = async ({ workspace }: Awaited<ReturnType<typeof openCouncil>>) =>
  (await workspace.person(people.mash).messages(CHANNEL))
    .map(textOf)
    .filter((text) => text.includes("Nobody could be told"))

test.each([
  ["every role is unset", { ...roles, ...nobody }],
  [
    "every role is a group that cannot be read",
    { ...roles, ...nobody, "team-manager": ["S0GONE"], "head-of-service": ["S0GONE"] }
  ]
])("where %s, the channel and the ways out of Slack say so at once, and so to administrators", async (_, named) => {
  await using council = await openCouncil(monday, { roles: named, notify: notifyFor(notify.url) })
  await report(council)
  expect(await inChannel(council)).toHaveLength(1)
  expect(notify.sent.length).toBeGreaterThan(0)
  const toAdministrator = async () =>
    (await directMessagesOf(council.workspace.person(people.administrator))).map(textOf).join("\n")
  await waitUntil(async () => (await toAdministrator()).includes("every role that alerts go to is empty"))
  expect(await toAdministrator()).not.toContain("LCS-80001")
})

test("people who are all on leave are told anyway, and the channel says that nobody is there", async () => {
  await using council = await openCouncil(monday)
  for (const person of [people.coordinator, people.manager, people.headOfService, people.duty]) {
    await council.workspace.person(person).command(CHANNEL, "/rhi", "away leave")
    await council.workspace.person(person).submit({})
  }
  council.clock.moveTo(addHours(monday, 1))
  await report(council)
  expect(await inChannel(council)).toHaveLength(1)
  for (const person of [people.coordinator, people.manager, people.headOfService, people.duty]) {
    const told = (await directMessagesOf(council.workspace.person(person))).map(textOf).join("\n")
    expect(told).toContain("LCS-80001")
  }
})
