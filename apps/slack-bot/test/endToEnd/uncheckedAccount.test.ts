/** Just after a restart Slack does not say whose accounts are whose: an outsider named for a role reads no case. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { configurationFor, missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

const CHILD = "LCS-62001"
const monday = utc(2026, 11, 16, 9)

const withGuests = (slackApiUrl: string) => {
  const { roles } = configurationFor(slackApiUrl)
  return { roles: { ...roles, "missing-coordinator": [people.coordinator, people.guest, people.stranger] } }
}

test("an account that Slack has not named reads no case, and a colleague reads it later", async () => {
  await using council = await openCouncil(monday)
  const { clock, directory, workspace } = council
  await council.bot.stop()
  const silent = workspace.faults.plan({ methods: ["users.info"], fault: { error: "internal_error" } })
  council.bot = await startBot(workspace, clock, directory, withGuests(workspace.slackApiUrl))
  const toldOf = async (person: string) => (await directMessagesOf(workspace.person(person))).map(textOf)

  await sendNotification(council.bot.url, missingBody(CHILD, "SYP-2026-62001", monday))
  const words = "What it says is shown here once Slack says whose account this is"
  for (const person of [people.guest, people.stranger, people.coordinator]) {
    await waitUntil(async () => (await toldOf(person)).some((text) => text.includes(words)))
    expect((await toldOf(person)).filter((text) => text.includes(CHILD))).toEqual([])
  }
  await readerOf(workspace.person(people.mash)).sees("#missing").card(CHILD, "Missing")

  silent.lift()
  clock.moveTo(addHours(monday, 0.02))
  await council.bot.sweep()
  await waitUntil(async () => (await toldOf(people.coordinator)).some((text) => text.includes(CHILD)))
  expect((await toldOf(people.coordinator)).filter((text) => text.includes(words))).toEqual([])
  for (const person of [people.guest, people.stranger]) {
    expect((await toldOf(person)).filter((text) => text.includes(CHILD))).toEqual([])
  }
})
