/** A child reported from Slack, then found to be the wrong one: nobody stops being looked for. */
import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { cardsOf, placeOf, textOf, threadOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification, startBot } from "./trainingCouncil.ts"

/** Monday 16 November 2026, 09:00 in London. */
const monday = utc(2026, 11, 16, 9)
const reference = "SYP-2026-2000001"

type Council = Awaited<ReturnType<typeof openCouncil>>

const cardWith = (council: Council, child: string, words: string) =>
  waitUntil(async () => {
    const cards = await cardsOf(council.workspace.person(people.mash), CHANNEL, child)
    return cards.find((card) => textOf(card).includes(words))
  })

const reportWrongChild = async (council: Council) => {
  const worker = council.workspace.person(people.worker)
  await worker.command(CHANNEL, "/missing", "report LCS-30001 today 6:30am")
  await worker.submit({ reportedAt: monday / 1_000, missingFrom: "care", risk: "low", policeReference: reference })
  expect(textOf(worker.modal)).toContain("LCS-30001 is recorded as missing since Mon 16 Nov 2026, 06:30")
  expect(textOf(await cardWith(council, "LCS-30001", "Missing"))).toContain("Mon 16 Nov, 06:30")
}

const moveToRightChild = async (council: Council) => {
  const mash = council.workspace.person(people.mash)
  await mash.click(placeOf(CHANNEL, await cardWith(council, "LCS-30001", "Missing")), "more")
  await mash.click({ viewId: String(mash.modal?.id) }, "correct")
  await mash.submit({ choice: "wrong-child" })
  await mash.submit({ child: "LCS-30002" })
  expect(textOf(mash.modal)).toContain("The report is on the record of LCS-30002 now")
  await cardWith(council, "LCS-30002", "Missing")
}

/** A council in which the report of one child was moved to the record of another. */
const openCouncilAfterMove = async () => {
  const council = await openCouncil(monday)
  await reportWrongChild(council)
  await moveToRightChild(council)
  return council
}

const news = (child: string) => ({
  kind: "found",
  policeReference: reference,
  sentAt: formatInstant(monday),
  child: { reference: child },
  foundAt: formatInstant(addHours(monday, -1))
})

/** What the channel was told of news that was refused to the police's system. */
const ringThePolice = async (council: Council) =>
  (await council.workspace.person(people.mash).messages(CHANNEL))
    .map(textOf)
    .filter((text) => text.includes("Ring the police"))

test("the report was about another child: it is moved, and the police's news follows it", async () => {
  await using council = await openCouncilAfterMove()
  const mash = council.workspace.person(people.mash)
  // A cancelled card has no buttons left.
  const card = await waitUntil(async () =>
    (await mash.messages(CHANNEL)).find((message) => textOf(message).includes("LCS-30001 · Cancelled"))
  )
  expect(textOf(card)).toContain("it was recorded on the wrong child. It is kept with LCS-30002 now.")

  expect(await sendNotification(council.bot.url, news("LCS-30001"))).toMatchObject({ status: 409 })
  expect(await sendNotification(council.bot.url, news("LCS-30002"))).toMatchObject({ status: 202 })
  await cardWith(council, "LCS-30002", "Found")
})

test.each(["found LCS-30001 now", "found LCS-30001", "worker LCS-30001", "whereabouts LCS-30001"])(
  "/missing %s, on the record that a report was moved from, says where it is kept",
  async (typed) => {
    await using council = await openCouncilAfterMove()
    const mash = council.workspace.person(people.mash)
    await mash.command(CHANNEL, "/missing", typed)
    expect(textOf(mash.ephemerals.at(-1))).toContain("is kept with LCS-30002 now")
  }
)

test("news of the wrong child is told to the channel, once however often it comes", async () => {
  await using council = await openCouncilAfterMove()
  expect(await sendNotification(council.bot.url, news("LCS-30001"))).toMatchObject({ status: 409 })
  const [told] = await waitUntil(async () => {
    const messages = await ringThePolice(council)
    return messages.length > 0 && messages
  })
  expect(told).toContain("LCS-30001 was found Mon 16 Nov, 08:00, under police reference SYP-2026-2000001")
  expect(told).toContain("Here that reference stands for LCS-30002")
  const later = { ...news("LCS-30001"), sentAt: formatInstant(addHours(monday, 1)) }
  expect(await sendNotification(council.bot.url, later)).toMatchObject({ status: 409 })
  await council.bot.sweep()
  expect(await ringThePolice(council)).toHaveLength(1)
})

test("a moved report stays moved over a restart", async () => {
  await using council = await openCouncilAfterMove()
  expect(await sendNotification(council.bot.url, news("LCS-30001"))).toMatchObject({ status: 409 })
  await waitUntil(async () => (await ringThePolice(council)).length > 0)
  await council.bot.stop()
  council.bot = await startBot(council.workspace, council.clock, council.directory)
  const again = { ...missingBody("LCS-30001", reference, monday), missingFrom: "care" }
  expect(await sendNotification(council.bot.url, again)).toMatchObject({ status: 409 })
  expect(await sendNotification(council.bot.url, news("LCS-30001"))).toMatchObject({ status: 409 })
  // Other news than before is told, and what was told before the restart is not told again.
  await council.bot.sweep()
  const told = await ringThePolice(council)
  expect(told).toHaveLength(2)
  expect(told.at(-1)).toContain("LCS-30001 has been missing since Mon 16 Nov, 07:00")
})

test("the police's report of a known episode is joined, and their news reaches the card", async () => {
  await using council = await openCouncil(monday)
  const worker = council.workspace.person(people.worker)
  await worker.command(CHANNEL, "/missing", "report LCS-30004 today 7:00am")
  await worker.submit({ reportedAt: monday / 1_000, missingFrom: "care", risk: "medium" })
  const place = placeOf(CHANNEL, await cardWith(council, "LCS-30004", "Missing"))

  const theirs = "SYP-2026-2000004"
  const report = await sendNotification(council.bot.url, missingBody("LCS-30004", theirs, monday))
  expect(report).toMatchObject({ status: 202, body: { status: "recorded" } })
  await waitUntil(async () => (await threadOf(worker, place)).some((reply) => textOf(reply).includes(theirs)))
  const found = await sendNotification(council.bot.url, {
    kind: "found",
    policeReference: theirs,
    sentAt: formatInstant(monday),
    child: { reference: "LCS-30004" },
    foundAt: formatInstant(addHours(monday, -1))
  })
  expect(found).toMatchObject({ status: 202, body: { episodeId: report.body["episodeId"] } })
  expect(placeOf(CHANNEL, await cardWith(council, "LCS-30004", "Found"))).toEqual(place)
})

test("guests are refused by every word of the command, and nothing is written", async () => {
  await using council = await openCouncilAfterMove()
  for (const id of [people.guest, people.stranger]) {
    const outsider = council.workspace.person(id)
    for (const text of ["report LCS-30003", "found LCS-30002 now", "returned LCS-30002 now", "correct LCS-30002"]) {
      await outsider.command(CHANNEL, "/missing", text)
      expect(textOf(outsider.ephemerals.at(-1))).toContain("only for full members")
      expect(outsider.modal).toBeUndefined()
    }
  }
})
