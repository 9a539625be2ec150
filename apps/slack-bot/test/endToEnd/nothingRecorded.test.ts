/** While nothing can be recorded: alerts go on, reports are refused and told, and it is written down afterwards. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import type { WriteFault } from "@safe-return/journal"
import { readerOf } from "@safe-return/slack-testkit"
import { describe, expect, test } from "vitest"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { postedMessages, postedTwice } from "./postedMessages.ts"
import { refusingJournal } from "./refusingJournal.ts"
import { directMessagesOf, textOf, waitUntil } from "./slackReading.ts"
import { missingBody, people, sendNotification, startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const CHILD = "LCS-60001"
/** The evening before Christmas Day of 2026: nobody is back in the office until Tuesday 29 December. */
const evening = utc(2026, 12, 24, 18)
const hours = (many: number): Instant => addHours(evening, many)
const MARK = "May have been sent before: it could not be recorded."

const openCouncil = async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const journal = refusingJournal(directory)
  const notify = await startNotify()
  const workspace = await startCouncilWorkspace()
  const clock = movableClock(evening)
  const settings = { notify: notifyFor(notify.url) }
  const start = () => startBot(workspace, clock, journal.layer, settings)
  const council = {
    ...postedMessages(workspace),
    bot: await start(),
    clock,
    journal,
    notify,
    workspace,
    report: (child = CHILD, reference = "SYP-2026-60001") =>
      sendNotification(council.bot.url, missingBody(child, reference, clock.now())),
    toldOf: async (person: string) =>
      (await directMessagesOf(workspace.person(person))).map(textOf).filter((text) => text.includes(CHILD)),
    restart: async (meanwhile = () => {}) => {
      await council.bot.stop()
      meanwhile()
      council.bot = await start()
    },
    [Symbol.asyncDispose]: async () => {
      await council.bot.stop()
      await workspace.close()
      await notify[Symbol.asyncDispose]()
      rmSync(directory, { recursive: true, force: true })
    }
  }
  return council
}

const faults: ReadonlyArray<WriteFault> = ["disk-full", "disk-failing", "read-only", "away"]

describe.each(faults)("while nothing can be recorded (%s)", (fault) => {
  test("an alert on record climbs every rung, each once and marked, and is written down afterwards", async () => {
    await using council = await openCouncil()
    expect((await council.report()).status).toBe(202)
    council.journal.refuse(fault)
    // To the top of the ladder, and not yet to where all are asked again.
    await council.bot.passTimeTo(hours(2))
    for (const person of [people.coordinator, people.duty, people.manager, people.headOfService]) {
      const [alert, ...more] = await council.toldOf(person)
      expect(more).toEqual([])
      expect(alert).toContain(MARK)
    }
    expect(council.notify.sent.map(({ type }) => type).sort()).toEqual(["email", "sms"])
    for (const { personalisation } of council.notify.sent) expect(personalisation["what_to_do"]).toContain(MARK)

    council.journal.heal()
    await council.bot.sweep()
    await council.bot.sweep()
    await council.restart()
    await council.bot.sweep()
    council.collect()
    expect(postedTwice(council.posted)).toEqual([])
    expect(council.notify.sent).toHaveLength(2)
  })
})

describe("after a restart that lost what was sent unrecorded", () => {
  const climbedUnrecorded = async (council: Awaited<ReturnType<typeof openCouncil>>) => {
    await council.report()
    council.journal.refuse("disk-full")
    await council.bot.passTimeTo(hours(2))
    council.collect()
    expect(postedTwice(council.posted)).toEqual([])
    expect(council.notify.sent).toHaveLength(2)
  }

  test("an alert is found where it was sent, and is not sent again", async () => {
    await using council = await openCouncil()
    await climbedUnrecorded(council)
    await council.restart(council.journal.heal)
    await council.bot.sweep()
    council.collect()
    expect(postedTwice(council.posted)).toEqual([])
    expect(council.notify.sent).toHaveLength(2)
    for (const person of [people.coordinator, people.duty, people.manager, people.headOfService]) {
      expect(await council.toldOf(person)).toHaveLength(1)
    }
  })

  test("an alert that cannot be looked for is sent again, marked, and only once", async () => {
    await using council = await openCouncil()
    await climbedUnrecorded(council)
    await council.restart(() => {
      council.journal.heal()
      for (let looks = 0; looks < 50; looks += 1)
        council.workspace.failNext("conversations.history", { error: "fatal_error" })
    })
    await council.bot.sweep()
    await council.bot.sweep()
    const [, again, ...more] = await council.toldOf(people.manager)
    expect(again).toContain(MARK)
    expect(more).toEqual([])
  })

  test("an alert that is owed only since the start is sent without a look at what is there", async () => {
    await using council = await openCouncil()
    await climbedUnrecorded(council)
    await council.restart(council.journal.heal)
    await council.bot.sweep()
    const looks = () => council.workspace.calls.filter(({ method }) => method === "conversations.history").length
    const before = looks()
    await council.report("LCS-60002", "SYP-2026-60002")
    await council.bot.sweep()
    await readerOf(council.workspace.person(people.duty)).sees("#missing").card("LCS-60002", "Missing")
    expect(looks()).toBe(before)
  })
})

test("a second answer leaves an alert as it is, and its card and thread go on", async () => {
  await using council = await openCouncil()
  await council.report()
  council.journal.refuse("disk-full")
  await council.bot.passTimeTo(hours(0.5))
  const duty = readerOf(council.workspace.person(people.duty))
  await duty.sees("#missing").card(CHILD, "Missing")
  await duty.clicks("Acknowledge alert")
  await duty.isTold("Not recorded", "ring the people who must know")
  await council.bot.passTimeTo(hours(2))
  expect(await council.toldOf(people.headOfService)).toHaveLength(1)

  council.journal.heal()
  await council.bot.sweep()
  await duty.clicks("Acknowledge alert")
  await duty.sees("#missing").card(CHILD, "Alert acknowledged by")
})

test("an unrecorded report is answered 503, and people on duty are asked to ring the police", async () => {
  await using council = await openCouncil()
  council.journal.refuse("disk-full")
  const refused = await council.report()
  expect(refused).toMatchObject({ status: 503, type: "application/problem+json" })
  const ring = "A report could not be recorded: ring the police."
  for (const person of [people.mash, people.coordinator]) {
    const asked = readerOf(council.workspace.person(person))
    await asked.sees("direct messages").message(ring)
    await asked.sees("#missing").message(ring)
  }
  await waitUntil(async () => council.notify.sent.length > 0)
  for (const { personalisation } of council.notify.sent) {
    expect(JSON.stringify(personalisation)).toContain(ring)
    expect(JSON.stringify(personalisation)).not.toMatch(/60001/)
  }
  const administrator = readerOf(council.workspace.person(people.administrator))
  await administrator.sees("direct messages").message("the disk of the journal is full")
  expect(await council.toldOf(people.administrator)).toEqual([])

  await council.report("LCS-60002", "SYP-2026-60002")
  await administrator.sees("direct messages").message("2 reports could not be recorded")

  council.journal.heal()
  expect((await council.report()).status).toBe(202)
  await readerOf(council.workspace.person(people.mash)).sees("direct messages").message("Reports are recorded again.")
  await council.bot.sweep()
  await administrator.sees("direct messages").message("It can be recorded again")
})

test("a person whose report cannot be recorded reads what to do, and people on duty are told", async () => {
  await using council = await openCouncil()
  council.journal.refuse("read-only")
  await council.workspace.person(people.mash).command("C0MISSING", "/missing", `report ${CHILD}`)
  await readerOf(council.workspace.person(people.mash)).isTold("Not recorded", "ring the police")
  await readerOf(council.workspace.person(people.coordinator)).sees("direct messages").message("ring the police")
})

test("administrators hear of a journal that takes no writes, though nothing waits to be recorded", async () => {
  await using council = await openCouncil()
  council.journal.refuse("read-only")
  await council.bot.sweep()
  const administrator = readerOf(council.workspace.person(people.administrator))
  await administrator.sees("direct messages").message("read-only")
})
