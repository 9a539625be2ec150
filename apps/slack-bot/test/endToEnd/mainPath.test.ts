import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { WebClient } from "@slack/web-api"
import { Redacted } from "effect"
import { expect, test } from "vitest"
import { CHANNEL, configurationFor, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-10432"
const monday = utc(2026, 11, 16, 9)
const moment = (instant: Instant) => new Date(instant)

test("a notification becomes an alert, an assigned interview, reminders and a logged outcome", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const reader = (id: string) => readerOf(workspace.person(id))
  const mash = reader(people.mash)
  const manager = reader(people.manager)
  const interviewer = reader(people.interviewer)
  const worker = reader(people.worker)

  // Notified: an alert in the private channel. What the police say beyond the contract is not read.
  const named = { child: { reference: CHILD, name: "Synthetic Name", dateOfBirth: "2010-02-03" }, note: "SECRET" }
  const report = { ...missingBody(CHILD, "SYP-2026-0001234", clock.now()), ...named }
  expect((await sendNotification(bot.url, report)).status).toBe(202)
  await mash.sees("#missing").card("LCS-10432 · Missing")

  // MASH records the allocated worker, who is alerted.
  await mash.clicks("More")
  await mash.clicks("Set allocated worker")
  await mash.fills({ "Allocated worker": "@Training Worker" })
  await mash.sends()
  await worker.sees("direct messages").message("You are the allocated worker", CHILD)

  // Found, then returned: the clocks run.
  clock.moveTo(addHours(monday, 5))
  await mash.clicks("Found")
  await mash.fills({ "Found at": moment(addHours(monday, 4)) })
  await mash.sends()
  clock.moveTo(addHours(monday, 7))
  const returnedAt = addHours(monday, 6)
  await manager.clicks("Returned")
  await manager.fills({ "Returned at": moment(returnedAt) })
  await manager.sends()
  const owed = await mash.sees("#missing").card(`${CHILD} · Returned – interview owed`)
  expect(owed.text).toContain("Thu 19 Nov, 15:00")

  // The manager assigns it with a slash command.
  await manager.types(`/rhi assign ${CHILD} @Training Interviewer`)
  await manager.isTold("assigned", "@Training Interviewer")
  await interviewer.sees("direct messages").message(`${CHILD} · Return home interview`, "offer the interview")
  await manager.types("/rhi queue")
  await manager.isTold(CHILD, "@Training Interviewer, not offered yet")

  // Reminders 24 and 4 hours before, and at breach, once each, to the channel and the interviewer.
  await bot.passTimeTo(addHours(returnedAt, 73))
  // The newest stands alone, and the two before say that it was said again.
  expect(await interviewer.sees("direct messages").all("Said again since")).toHaveLength(2)
  expect(await interviewer.sees("direct messages").all("Interview overdue")).toHaveLength(1)
  expect(await manager.sees("#missing").all(/Interview overdue|Said again since/)).toHaveLength(3)

  // The interviewer logs it in a modal.
  clock.moveTo(addHours(returnedAt, 75))
  await interviewer.types(`/rhi log ${CHILD}`)
  await interviewer.fills({
    "Offered at": moment(addHours(returnedAt, 20)),
    "The child's answer": "Accepted",
    "Interview completed at": moment(addHours(returnedAt, 73)),
    Interviewer: "@Training Interviewer",
    Venue: "School",
    "Harm disclosed": "No, the child said there was none",
    "Exploitation indicators": ["Grooming"],
    "Follow-up": ["Update assessment, care plan or Find Me Plan"]
  })
  await interviewer.sends()
  await mash.sees("#missing").card(CHILD, "Interview completed")

  // Slack's own client reads the same: one card, found by the key in its metadata.
  const { botToken } = configurationFor(workspace.slackApiUrl).slack
  const client = new WebClient(Redacted.value(botToken), { slackApiUrl: workspace.slackApiUrl })
  const { messages } = await client.conversations.history({ channel: CHANNEL, include_all_metadata: true })
  const keys = (messages ?? []).flatMap(({ metadata }) => {
    const { key } = (metadata?.event_payload ?? {}) as { readonly key?: string }
    return key === undefined ? [] : [key]
  })
  expect(keys.filter((key) => key.startsWith("card:"))).toHaveLength(1)
  expect(new Set(keys).size).toBe(keys.length)

  // One card, updated in place, with the story in its thread.
  await bot.sweep()
  const thread = manager.sees("#missing").thread(`${CHILD} · Interview completed`)
  for (const step of [
    "Reported missing",
    "Found",
    "Returned",
    "Interview assigned",
    "Interview offered",
    "Answered the offer"
  ]) {
    await thread.message(step)
  }
  const story = await thread.everything()
  await bot.sweep()
  expect(await thread.everything()).toEqual(story)

  // Nothing that went to Slack names the child, says when they were born or repeats what was written freely.
  const sent = JSON.stringify(workspace.calls.map(({ params }) => params))
  expect(sent).toContain(CHILD)
  for (const secret of ["Synthetic Name", "2010-02-03", "SECRET"]) expect(sent).not.toContain(secret)
})

test("the third episode in thirty days raises the repeat trigger, once", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const channel = readerOf(workspace.person(people.manager)).sees("#missing")
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
    expect(await channel.all("Repeat episodes")).toHaveLength(index === 2 ? 1 : 0)
  }
  await bot.sweep()
  const [trigger, ...more] = await channel.all("Repeat")
  expect(trigger?.text).toContain("3 missing episodes in 30 days")
  expect(trigger?.text).toContain("not verified")
  expect(more).toEqual([])
})
