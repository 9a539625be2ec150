/** A restart while Slack refuses something: the children on record are not forgotten for it. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

/** A Friday morning in office hours. */
const morning = utc(2026, 11, 27, 10)

test.each([
  ["conversations.info", "channel_not_found"],
  ["auth.test", "missing_scope"]
])("a restart while Slack refuses %s with %s goes on for the children on record", async (method, error) => {
  await using notify = await startNotify()
  await using council = await openCouncil(morning, { notify: notifyFor(notify.url) })
  await sendNotification(council.bot.url, missingBody("LCS-60071", "SYP-2026-60071", morning))
  await council.bot.sweep()
  await council.bot.stop()
  council.workspace.faults.plan({ methods: [method], fault: { error } })
  council.bot = await startBot(council.workspace, council.clock, council.directory, { notify: notifyFor(notify.url) })
  const taken = await sendNotification(
    council.bot.url,
    missingBody("LCS-60072", "SYP-2026-60072", addHours(morning, 1))
  )
  expect(taken.status).toBe(202)
  const told = await waitUntil(async () => notify.sent.length > 0 && notify.sent)
  expect(told.map(({ personalisation }) => personalisation["what_to_do"])).toContain(
    "Safe Return cannot alert people in Slack. Ask the police which children are missing."
  )
  const toAdministrator = await waitUntil(async () => {
    const texts = (await directMessagesOf(council.workspace.person(people.administrator))).map(textOf)
    return texts.find((text) => text.includes("has refused Safe Return since its start"))
  })
  expect(toAdministrator).not.toMatch(/LCS-/)
})
