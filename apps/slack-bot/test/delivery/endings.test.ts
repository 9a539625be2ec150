import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { cardsOf, directMessagesOf, placeOf, textOf, waitUntil } from "../endToEnd/slackReading.ts"
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

const ALERT = "Missing: you are told first"

test("everybody who was alerted reads once that the child is back, and the alert asks no more", async () => {
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
  expect(news).toContain(`${CHILD} is back, Mon 16 Nov, 10:00. Interview due Thu 19 Nov, 10:00.`)
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

test("a reminder that was ended is shown again once the interview is theirs again", async () => {
  await using council = await reported()
  const manager = council.workspace.person(people.manager)
  const assign = (person: string) => manager.command(CHANNEL, "/rhi", `assign ${CHILD} <@${person}|x>`)
  await back(council, "returned", 0)
  await assign(people.interviewer)
  await council.bot.passTimeTo(addHours(monday, 49))
  const said = async () => (await told(council, people.interviewer)).join("\n")
  expect(await said()).toContain("· Interview due")
  await assign(people.secondInterviewer)
  await council.bot.sweep()
  expect(await said()).not.toContain("· Interview due")
  expect(await said()).toContain("you no longer have the return home interview")
  await assign(people.interviewer)
  await council.bot.sweep()
  expect(await said()).toContain("· Interview due")
  expect(await said()).not.toContain("you no longer have the return home interview")
})

test("a child back within two hours costs worker and co-ordinator two messages, a manager none", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const mash = workspace.person(people.mash)
  await sendNotification(bot.url, missingBody(CHILD, POLICE, monday))
  await waitUntil(async () => (await cardsOf(mash, CHANNEL, CHILD))[0])
  const card = (await cardsOf(mash, CHANNEL, CHILD))[0]
  await mash.click(placeOf(CHANNEL, card), "more")
  await mash.click({ viewId: String(mash.modal?.id) }, "set-allocated-worker")
  await mash.submit({ allocatedWorker: people.worker, kind: "social-worker" })
  await bot.sweep()
  clock.moveTo(addHours(monday, 0.1))
  const worker = workspace.person(people.worker)
  const [alert] = await directMessagesOf(worker)
  const conversation = (await worker.conversations()).find((one) => one["is_im"] === true)
  await worker.click(placeOf(String(conversation?.["id"]), alert), "acknowledge")
  await bot.passTimeTo(addHours(monday, 1.5))
  await back(council, "found", 1)
  await bot.sweep()
  const found = await told(council, people.worker)
  expect(found.at(-1)).toContain(`${CHILD} is found`)
  expect(found.at(-1)).toMatch(/\nReturned$/)
  await back(council, "returned", 1.5)
  await bot.passTimeTo(addHours(monday, 2))
  const ofChild = async (person: string) => (await told(council, person)).filter((text) => text.includes(CHILD))
  expect(await ofChild(people.worker)).toEqual([
    expect.stringContaining(`${CHILD} · Back`),
    expect.stringContaining(`${CHILD} is back`)
  ])
  expect(await ofChild(people.coordinator)).toEqual([
    expect.stringContaining(`${CHILD} · Back`),
    expect.stringContaining("Nobody has the interview yet: assign it.")
  ])
  for (const person of [people.manager, people.headOfService, people.duty]) expect(await ofChild(person)).toEqual([])
})
