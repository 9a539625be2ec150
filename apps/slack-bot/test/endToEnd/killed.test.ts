import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import type { Person } from "@safe-return/slack-testkit"
import { afterAll, expect, test } from "vitest"
import { writeOnDisk } from "../../../../packages/test-suite/src/writeOnDisk.ts"
import { killAllBots, startKillableBot } from "./killableBot.ts"
import { cardsOf, directMessagesOf, placeOf, textOf, threadOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, people, sendNotification, startCouncilWorkspace } from "./trainingCouncil.ts"

writeOnDisk()

const CHILD = "LCS-30001"
const POLICE = "SYP-2026-3000001"
const monday = utc(2026, 11, 16, 9)

const isSaidAgain = (text: string): boolean => text.includes("Said again since")

const isReminder = (text: string): boolean => /· Interview (due|overdue)/.test(text)

/** One reminder of an interview stands: an earlier one says that it was said again. */
const remindersIn = (messages: ReadonlyArray<unknown>) =>
  messages.map(textOf).filter((text) => isReminder(text) || isSaidAgain(text))

const remindersTo = async (person: Person) => remindersIn(await directMessagesOf(person))

afterAll(killAllBots)

const logOf = (directory: string) => `${directory}.log`

const startProcess = async (slackApiUrl: string, directory: string, now: Instant) => {
  const { url, kill } = startKillableBot(slackApiUrl, directory, now, logOf(directory))
  return { url: await url, kill }
}

test("killed after any acknowledged step, it goes on where it was and says nothing twice", async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-killed-"))
  await using workspace = await startCouncilWorkspace()
  const manager = workspace.person(people.manager)
  const interviewer = workspace.person(people.interviewer)
  const returnedAt = addHours(monday, 2)
  let url = ""

  const police = async (kind: string, more: Record<string, unknown>) => {
    const body = { kind, policeReference: POLICE, sentAt: formatInstant(monday), child: { reference: CHILD }, ...more }
    expect((await sendNotification(url, body)).status).toBe(202)
  }
  const asks = async () =>
    (await directMessagesOf(interviewer)).map(textOf).filter((text) => text.includes("you are asked to carry out"))
  const card = async () => (await cardsOf(manager, CHANNEL, CHILD))[0]
  const steps: ReadonlyArray<{ readonly now: Instant; readonly act: () => Promise<unknown>; readonly shown: string }> =
    [
      {
        now: monday,
        act: async () => expect((await sendNotification(url, missingBody(CHILD, POLICE, monday))).status).toBe(202),
        shown: "· Missing"
      },
      {
        now: addHours(monday, 1),
        act: () => police("found", { foundAt: formatInstant(addHours(monday, 1)) }),
        shown: "Found, return not recorded"
      },
      {
        now: returnedAt,
        act: () => police("returned", { returnedAt: formatInstant(returnedAt) }),
        shown: "Returned – interview owed"
      },
      {
        now: addHours(monday, 3),
        act: async () => {
          const answer = await manager.command(CHANNEL, "/rhi", `assign ${CHILD} <@${people.interviewer}>`)
          expect(answer.outcome).toBe("acknowledged")
        },
        shown: "Interview assigned"
      }
    ]

  // Each process tells what the one before it acknowledged, whether or not that one came to it, and is killed in its turn.
  let owed: string | undefined
  for (const { now, act, shown } of steps) {
    const bot = await startProcess(workspace.slackApiUrl, directory, now)
    url = bot.url
    workspace.app.connect(`${url}/slack/events`)
    const before = owed
    if (before !== undefined) await waitUntil(async () => textOf(await card()).includes(before))
    await act()
    owed = shown
    await bot.kill()
  }

  // The pending reminders are there too, each sent once however often the process is killed around it.
  for (const [hours, expected] of [
    [48, 1],
    [68, 2],
    [73, 3],
    [73, 3]
  ] as const) {
    const bot = await startProcess(workspace.slackApiUrl, directory, addHours(returnedAt, hours))
    // A kill between the two would leave one to the next reminder, which makes it pointless.
    await waitUntil(
      async () =>
        (await remindersTo(interviewer)).length >= expected &&
        remindersIn(await manager.messages(CHANNEL)).length >= expected
    )
    await bot.kill()
  }
  const last = await startProcess(workspace.slackApiUrl, directory, addHours(returnedAt, 73))
  // Every life before was killed as soon as its reminder was there, perhaps before it came to anything else.
  await waitUntil(
    async () => (await threadOf(manager, placeOf(CHANNEL, await card()))).length >= 4 && (await asks()).length >= 1
  )
  await last.kill()

  expect(await cardsOf(manager, CHANNEL, CHILD)).toHaveLength(1)
  expect(remindersIn(await manager.messages(CHANNEL))).toHaveLength(3)
  const direct = (await directMessagesOf(interviewer))
    .map(textOf)
    .filter((text) => !isSaidAgain(text) && !isReminder(text))
  expect(await asks()).toHaveLength(1)
  expect(await remindersTo(interviewer)).toHaveLength(3)
  expect(new Set(direct).size).toBe(direct.length)
  const thread = (await threadOf(manager, placeOf(CHANNEL, await card()))).map(textOf)
  expect(new Set(thread).size).toBe(thread.length)
  expect(thread).toHaveLength(4)
  expect(readFileSync(logOf(directory), "utf8")).toContain("was not closed in order: its process was killed")
  rmSync(directory, { recursive: true, force: true })
}, 300_000)
