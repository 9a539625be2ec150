/** A duty holder whose account is deactivated: found without an alert, told once, and nothing of theirs is lost. */
import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { directMessagesOf, textOf } from "./slackReading.ts"
import { missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

/** A Monday. */
const monday = utc(2026, 11, 16, 9)

test("an unreachable person is reported once, and others are reminded until they are back", async () => {
  await using council = await openCouncil(monday)
  const { clock, workspace, directory } = council
  const account = (id: string) => workspace.members.find((member) => member.id === id) as { deleted?: boolean }
  const told = async (person: string, words: string) =>
    (await directMessagesOf(workspace.person(person))).map(textOf).filter((text) => text.includes(words)).length
  const administrator = readerOf(workspace.person(people.administrator))

  account(people.coordinator).deleted = true
  account(people.duty).deleted = true
  await council.bot.sweep()
  for (const person of [people.manager, people.administrator]) {
    expect(await told(person, `<@${people.duty}> cannot be told anything in Slack`)).toBe(1)
    expect(await told(person, `<@${people.coordinator}> cannot be told anything in Slack`)).toBe(1)
  }

  // Three children are back and nobody is assigned: what would be the co-ordinator's comes to the manager.
  for (const number of [1, 2, 3]) {
    const report = missingBody(`LCS-6100${number}`, `SYP-2026-6100${number}`, monday)
    await sendNotification(council.bot.url, report)
    await sendNotification(council.bot.url, { ...report, kind: "returned", returnedAt: formatInstant(monday) })
  }
  await council.bot.passTimeTo(addHours(monday, 24))
  await council.bot.stop()
  const again = await startBot(workspace, clock, directory)
  await again.sweep()
  await again.passTimeTo(addHours(monday, 73))
  for (const number of [1, 2, 3]) {
    expect(await told(people.manager, `LCS-6100${number} · Interview overdue`)).toBe(1)
    expect(await told(people.manager, `LCS-6100${number} · Said again since`)).toBeGreaterThan(0)
    expect(await told(people.manager, `LCS-6100${number} · Nobody has the interview`)).toBe(0)
  }
  for (const person of [people.manager, people.administrator]) {
    expect(await told(person, "cannot be told anything in Slack")).toBe(2)
    expect(await told(person, "Not delivered")).toBe(0)
  }
  expect(await told(people.duty, "LCS-")).toBe(0)

  const home = await administrator.seesOnHome("Cannot be told anything", "deactivated (out-of-hours duty worker)")
  expect(home).not.toContain("LCS-61001")

  account(people.duty).deleted = false
  clock.moveTo(addHours(monday, 73.2))
  await again.sweep()
  for (const person of [people.manager, people.administrator]) {
    expect(await told(person, `<@${people.duty}> can be told in Slack again`)).toBe(1)
    expect(await told(person, "cannot be told anything in Slack")).toBe(1)
  }
  await again.stop()
})

test("news to the team that does not go within its patience is told of, until it goes", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const health = async () => (await fetch(`${bot.url}/health`)).text()
  const coordinator = workspace.members.find(({ id }) => id === people.coordinator) as { deleted?: boolean }
  coordinator.deleted = true
  const away = workspace.faults.plan({ methods: ["chat.postMessage"], fault: { error: "internal_error" } })
  await bot.sweep()
  expect(await health()).not.toContain("messages-waiting")
  clock.moveTo(addHours(monday, 0.3))
  await bot.sweep()
  expect(await health()).toContain("messages-waiting")
  away.lift()
  await bot.sweep()
  expect(await health()).not.toContain("messages-waiting")
  await readerOf(workspace.person(people.manager)).sees("direct messages").message("cannot be told anything in Slack")
})
