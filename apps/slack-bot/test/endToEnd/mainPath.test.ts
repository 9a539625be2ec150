import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { WebClient } from "@slack/web-api"
import { expect, test } from "vitest"
import { CHANNEL, configurationFor, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"
import { cardsOf, directMessagesOf, placeOf, textOf, threadOf, waitUntil } from "./whatPeopleSee.ts"

const CHILD = "LCS-10432"
const monday = utc(2026, 11, 16, 9)
const seconds = (instant: Instant) => instant / 1000

test("a notification becomes an alert, an assigned interview, reminders and a logged outcome", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const mash = workspace.person(people.mash)
  const manager = workspace.person(people.manager)
  const interviewer = workspace.person(people.interviewer)
  const worker = workspace.person(people.worker)

  // Notified: an alert in the private channel.
  const notified = await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-0001234", clock.now()))
  expect(notified.status).toBe(202)
  const card = await waitUntil(async () => (await cardsOf(mash, CHANNEL, CHILD))[0])
  expect(textOf(card)).toContain("LCS-10432 · Missing")
  const at = placeOf(CHANNEL, card)

  // MASH records the allocated worker, who is alerted.
  await mash.click(at, "set-allocated-worker")
  expect(await mash.submit({ allocatedWorker: people.worker })).toMatchObject({ outcome: "acknowledged" })
  const alert = await waitUntil(async () => (await directMessagesOf(worker))[0])
  expect(textOf(alert)).toContain("You are the allocated worker")

  // Found, then returned: the clocks run.
  clock.moveTo(addHours(monday, 5))
  await mash.click(at, "found")
  await mash.submit({ foundAt: seconds(addHours(monday, 4)) })
  clock.moveTo(addHours(monday, 7))
  await manager.click(at, "returned")
  const returnedAt = addHours(monday, 6)
  await manager.submit({ returnedAt: seconds(returnedAt) })
  await waitUntil(async () => textOf((await cardsOf(mash, CHANNEL, CHILD))[0]).includes("Returned – interview owed"))
  const owed = textOf((await cardsOf(mash, CHANNEL, CHILD))[0])
  expect(owed).toContain("Thu 19 Nov 2026, 15:00")
  expect(owed).toContain("Thu 19 Nov 2026")

  // The manager assigns it with a slash command.
  const assigned = await manager.command(CHANNEL, "/rhi", `assign ${CHILD} <@${people.interviewer}|interviewer>`)
  expect(assigned.outcome).toBe("acknowledged")
  expect(textOf(manager.ephemerals.at(-1))).toContain("assigned")
  await waitUntil(async () => textOf(await directMessagesOf(interviewer)).includes("you are asked to carry out"))
  await manager.command(CHANNEL, "/rhi", "queue")
  expect(textOf(manager.ephemerals.at(-1))).toContain(CHILD)

  // Reminders 24 and 4 hours before, and at breach, once each, to the channel and the interviewer.
  await bot.passTimeTo(addHours(returnedAt, 73))
  const reminders = (await directMessagesOf(interviewer)).map(textOf)
  expect(reminders.filter((text) => text.includes("Interview due"))).toHaveLength(2)
  expect(reminders.filter((text) => text.includes("overdue"))).toHaveLength(1)
  const inChannel = (await manager.messages(CHANNEL)).map(textOf)
  expect(inChannel.filter((text) => /Interview (due in|overdue)/.test(text))).toHaveLength(3)

  // The interviewer logs it in a modal.
  const completedAt = addHours(returnedAt, 73)
  clock.moveTo(addHours(returnedAt, 75))
  await interviewer.command(CHANNEL, "/rhi", `log ${CHILD}`)
  const logged = await interviewer.submit({
    offeredAt: seconds(addHours(returnedAt, 20)),
    response: "accepted",
    completedAt: seconds(completedAt),
    interviewer: people.interviewer,
    venue: "school",
    harmDisclosed: "no",
    exploitation: ["grooming"],
    followUp: ["update-plans"]
  })
  expect(logged).toMatchObject({ outcome: "acknowledged", fieldErrors: {} })
  await waitUntil(async () => textOf((await cardsOf(mash, CHANNEL, CHILD))[0]).includes("Interview completed"))

  // Slack's own client reads the same: one card, found by the key in its metadata.
  const { botToken } = configurationFor(workspace.slackApiUrl).slack
  const client = new WebClient(botToken, { slackApiUrl: workspace.slackApiUrl })
  const { messages } = await client.conversations.history({ channel: CHANNEL, include_all_metadata: true })
  const keys = (messages ?? []).flatMap(({ metadata }) => Object.values(metadata?.event_payload ?? {})).map(String)
  expect(keys.filter((key) => key.startsWith("card:"))).toHaveLength(1)
  expect(new Set(keys).size).toBe(keys.length)

  // One card, updated in place, with the story in its thread.
  await bot.sweep()
  expect(await cardsOf(mash, CHANNEL, CHILD)).toHaveLength(1)
  const story = (await threadOf(mash, at)).map(textOf).join("\n")
  for (const step of ["Reported missing", "Found", "Returned", "Interview assigned", "Interview offered", "Accepted"]) {
    expect(story).toContain(step)
  }
  await bot.sweep()
  expect((await threadOf(mash, at)).map(textOf).join("\n")).toBe(story)
})

test("the third episode in thirty days raises the repeat trigger, once", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const manager = workspace.person(people.manager)
  for (const [index, day] of [0, 8, 20].entries()) {
    clock.moveTo(addHours(monday, day * 24))
    const now = clock.now()
    const reference = `SYP-2026-000200${index}`
    await sendNotification(bot.url, missingBody(CHILD, reference, now))
    for (const kind of ["found", "returned"]) {
      const body = {
        kind,
        policeReference: reference,
        sentAt: formatInstant(now),
        child: { reference: CHILD },
        [`${kind}At`]: formatInstant(now)
      }
      expect((await sendNotification(bot.url, body)).status).toBe(202)
    }
    await bot.sweep()
    const triggers = (await manager.messages(CHANNEL)).map(textOf).filter((text) => text.includes("Repeat episodes"))
    expect(triggers).toHaveLength(index === 2 ? 1 : 0)
  }
  await bot.sweep()
  const [trigger, ...more] = (await manager.messages(CHANNEL)).map(textOf).filter((text) => text.includes("Repeat"))
  expect(trigger).toContain("3 missing episodes in 30 days")
  expect(trigger).toContain("not verified")
  expect(more).toEqual([])
})
