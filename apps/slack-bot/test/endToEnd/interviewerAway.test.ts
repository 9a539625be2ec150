/** An interviewer who goes off sick: their cover is reminded, and after they are back they alone are. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { addHours, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { directMessagesOf, textOf } from "./slackReading.ts"
import { missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

const CHILD = "LCS-60002"
/** A Monday. */
const monday = utc(2026, 11, 16, 9)

test("goes off sick, and is back early: the cover is told meanwhile, and nobody anything twice", async () => {
  await using council = await openCouncil(monday)
  const { clock, workspace, directory } = council
  const told = async (person: string, words: string) =>
    (await directMessagesOf(workspace.person(person))).map(textOf).filter((text) => text.includes(words)).length
  const manager = readerOf(workspace.person(people.manager))
  const interviewer = readerOf(workspace.person(people.interviewer))
  const coordinator = readerOf(workspace.person(people.coordinator))

  await sendNotification(council.bot.url, missingBody(CHILD, "SYP-2026-60002", clock.now()))
  clock.moveTo(addHours(monday, 1))
  await coordinator.types(`/missing returned ${CHILD} now`)
  await manager.types(`/rhi assign ${CHILD} @Training Interviewer`)
  await council.bot.sweep()
  expect(await told(people.interviewer, "Return home interview")).toBe(1)
  expect(await told(people.secondInterviewer, CHILD)).toBe(0)

  // Tuesday at 08:00: off sick, before the office opens.
  clock.moveTo(addHours(monday, 23))
  await interviewer.types("/rhi away sick cover @Training Interviewer Two")
  await interviewer.seesModal("Away, and who covers", "From Tue 17 Nov 2026, with no last day.")
  await interviewer.sends()
  await interviewer.seesModal("Saved", "covers and is told")
  await council.bot.sweep()
  expect(await told(people.coordinator, "Interviewer away")).toBe(0)
  // The cover is told at once, whatever the hour.
  expect(await told(people.secondInterviewer, "You cover for a colleague")).toBe(1)
  expect(await told(people.secondInterviewer, `return home interviews: ${CHILD} (due Thu 19 Nov`)).toBe(1)
  await council.bot.passTimeTo(addHours(monday, 26))
  const readers = [people.coordinator, people.manager, people.secondInterviewer]
  for (const person of readers) expect(await told(person, "Interviewer away · 1 to see to")).toBe(1)
  expect(await told(people.interviewer, "Interviewer away")).toBe(0)

  // 24 hours before it is due, with a restart in between.
  await council.bot.passTimeTo(addHours(monday, 50))
  await council.bot.stop()
  const again = await startBot(workspace, clock, directory)
  await again.sweep()
  for (const person of [people.interviewer, people.secondInterviewer]) {
    expect(await told(person, "Interview due")).toBe(1)
  }
  for (const person of readers) expect(await told(person, "Interviewer away")).toBe(1)

  // Another of theirs, reported meanwhile, goes on the same list, and is handed over from it.
  const second = "LCS-60004"
  const report = missingBody(second, "SYP-2026-60004", clock.now())
  await sendNotification(again.url, report)
  await sendNotification(again.url, { ...report, kind: "returned", returnedAt: report["sentAt"] })
  await manager.types(`/rhi assign ${second} @Training Interviewer`)
  await again.sweep()
  expect(await told(people.manager, "Interviewer away · 2 to see to")).toBe(1)
  await manager.sees("direct messages").message("Interviewer away", second)
  await manager.clicks("Hand over several")
  await manager.seesModal("Hand over interviews")
  await manager.types(`/rhi assign ${second} @Training Interviewer Two`)
  await again.sweep()
  for (const person of readers) expect(await told(person, `*${second}* is given to`)).toBe(1)

  // Back on Thursday morning: the next reminder is theirs alone.
  clock.moveTo(addHours(monday, 68))
  await manager.types("/rhi back @Training Interviewer")
  await manager.isTold("is back from today")
  await again.passTimeTo(addHours(monday, 71))
  // The reminder before says that it was said again.
  expect(await told(people.interviewer, "Interview due")).toBe(1)
  expect(await told(people.interviewer, "Said again since")).toBe(1)
  expect(await told(people.secondInterviewer, "Interview due")).toBe(0)
  expect(await told(people.secondInterviewer, `<@${people.interviewer}> sees to ${CHILD} now`)).toBe(1)
  // Once the office is open they are told what became of theirs.
  await again.passTimeTo(addHours(monday, 72.5))
  for (const person of readers) {
    expect(await told(person, "Interviewer away")).toBe(0)
    expect(await told(person, "Interviewer back")).toBe(1)
  }
  expect(await told(people.interviewer, "While you were away")).toBe(1)
  expect(await told(people.secondInterviewer, "You cover for a colleague")).toBe(0)
  expect(await told(people.secondInterviewer, "Cover over")).toBe(1)
  // Why they were away is let go of: in the document, and in the text it had before.
  const kept = readdirSync(directory).filter((name) => name.startsWith("availability"))
  expect(kept).toEqual(["availability.json"])
  expect(readFileSync(join(directory, "availability.json"), "utf8")).not.toContain("sickness")
  expect(await told(people.interviewer, `*${second}* is given to <@${people.secondInterviewer}>`)).toBe(1)
  await again.stop()
})

test("a cover's alert says who has it, once the allocated worker is back", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const mash = readerOf(workspace.person(people.mash))
  const worker = readerOf(workspace.person(people.worker))
  const standIn = readerOf(workspace.person(people.secondInterviewer))
  const cover = standIn.sees("direct messages")
  await worker.types("/rhi away sick cover @Training Interviewer Two")
  await worker.sends()
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-60003", monday))
  await mash.sees("#missing").card(`${CHILD} · Missing`)
  await mash.clicks("More")
  await mash.clicks("Set allocated worker")
  await mash.fills({ "Allocated worker": "@Training Worker" })
  await mash.sends()
  const asked = await cover.message(CHILD, "Reported missing")
  expect(asked.text).toContain("Acknowledge alert")
  clock.moveTo(addHours(monday, 0.1))
  await worker.types("/rhi back")
  await worker.isTold("is back from today")
  await mash.sees("#missing").card(`${CHILD} · Missing`)
  await bot.sweep()
  const over = await cover.message(CHILD, "@Training Worker sees to")
  expect(over.text).not.toContain("Acknowledge alert")
})
