/** One damaged record of what was sent is named as such, and holds up no other child. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { addHours, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { postedMessages, postedTwice } from "./postedMessages.ts"
import { missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

const [DAMAGED, OTHER, NEXT] = ["LCS-63001", "LCS-63002", "LCS-63003"] as const
const monday = utc(2026, 11, 16, 9)

const twoReported = async () => {
  const council = await openCouncil(monday)
  const messages = postedMessages(council.workspace)
  const report = (child: string) =>
    sendNotification(council.bot.url, missingBody(child, child.replace("LCS", "SYP-2026"), council.clock.now()))
  await report(DAMAGED)
  await report(OTHER)
  await council.bot.sweep()
  const folder = join(council.directory, "deliveries")
  const file = join(folder, readdirSync(folder).find((name) => name.includes("63001")) ?? "none")
  const whole = readFileSync(file)
  const health = async () => (await fetch(`${council.bot.url}/health`)).text()
  return Object.assign(council, {
    ...messages,
    report,
    health,
    damage: () => writeFileSync(file, whole.subarray(0, -40)),
    putBack: () => writeFileSync(file, whole)
  })
}

test("a start passes over a damaged record, says whose it is, and sends nothing twice", async () => {
  await using council = await twoReported()
  const { clock, directory, workspace } = council
  await council.bot.stop()
  council.damage()
  council.bot = await startBot(workspace, clock, directory)
  await council.bot.sweep()
  const administrator = readerOf(workspace.person(people.administrator)).sees("direct messages")
  await administrator.message("1 record cannot be read or written: 1 of what was sent")
  await readerOf(workspace.person(people.mash)).sees("direct messages").message(`A record about ${DAMAGED} is damaged`)
  expect(await council.health()).toContain("records-damaged")
  expect(await council.health()).not.toContain("journal-unwritable")

  expect((await council.report(NEXT)).status).toBe(202)
  await council.bot.passTimeTo(addHours(monday, 2))
  await readerOf(workspace.person(people.mash)).sees("#missing").card(NEXT, "Missing")
  council.collect()
  expect(postedTwice(council.posted)).toEqual([])
  const climbed = (child: string) => council.posted.filter(({ about, key }) => about === child && /^ladder/.test(key))
  expect(climbed(DAMAGED).length).toBe(climbed(OTHER).length)

  await council.bot.stop()
  council.putBack()
  council.bot = await startBot(workspace, clock, directory)
  await council.bot.sweep()
  expect(await council.health()).not.toContain("records-damaged")
})

test("a record that is damaged while the bot runs is an incident until it is whole again", async () => {
  await using council = await twoReported()
  council.damage()
  await council.bot.passTimeTo(addHours(monday, 1))
  const administrator = readerOf(council.workspace.person(people.administrator)).sees("direct messages")
  await administrator.message("1 record cannot be read or written: 1 of what was sent")
  expect(await council.health()).not.toContain("journal-unwritable")
  council.putBack()
  await council.bot.sweep()
  expect(await council.health()).not.toContain("records-damaged")
})
