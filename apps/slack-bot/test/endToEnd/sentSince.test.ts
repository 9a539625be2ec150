/** What is sent after a child was back, or after a cancellation: people hear of it, and decide what only they can. */
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { cardsOf, directMessagesOf, placeOf, textOf, threadOf, waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

/** Monday 16 November 2026, 10:00 in London: the child was last seen at 08:00. */
const start = utc(2026, 11, 16, 10)
const child = "LCS-30010"
const first = "SYP-2026-3000001"
const second = "SYP-2026-3000002"
const hours = (count: number): Instant => addHours(start, count)

type Council = Awaited<ReturnType<typeof openCouncil>>

const about = (kind: string, sentAt: Instant, more: Record<string, unknown> = {}, policeReference = first) => ({
  kind,
  policeReference,
  sentAt: formatInstant(sentAt),
  child: { reference: child },
  ...more
})

const missingAt = (sentAt: Instant, policeReference = first, more: Record<string, unknown> = {}) => ({
  ...missingBody(child, policeReference, start),
  sentAt: formatInstant(sentAt),
  ...more
})

const returnedBody = about("returned", hours(1), { returnedAt: formatInstant(hours(1)) })
const cancelledBody = (sentAt: Instant) => about("cancelled", sentAt, { reason: "located safe and well" })

const openReported = async () => {
  const council = await openCouncil(start)
  const sent = await sendNotification(council.bot.url, missingBody(child, first, start))
  expect(sent.status).toBe(202)
  const mash = council.workspace.person(people.mash)
  const card = await cardWith(council, "Missing")
  await mash.click(placeOf(CHANNEL, card), "more")
  await mash.click({ viewId: String(mash.modal?.id) }, "set-allocated-worker")
  await mash.submit({ allocatedWorker: people.worker, kind: "social-worker" })
  await waitToldTo(council, people.worker, "missing")
  return council
}

const cardWith = (council: Council, words: string) =>
  waitUntil(async () => {
    const cards = await cardsOf(council.workspace.person(people.mash), CHANNEL, child)
    return cards.find((card) => textOf(card).includes(words))
  })

const toldTo = async (council: Council, person: string, words: string) =>
  (await directMessagesOf(council.workspace.person(person))).filter((message) => textOf(message).includes(words))

const waitToldTo = (council: Council, person: string, words: string) =>
  waitUntil(async () => {
    const told = await toldTo(council, person, words)
    return told.length > 0 && told
  })

const inChannel = async (council: Council, words: string) =>
  (await council.workspace.person(people.mash).messages(CHANNEL)).filter((message) => textOf(message).includes(words))

const placeOfDirect = async (council: Council, person: string, words: string) => {
  const reader = council.workspace.person(person)
  for (const conversation of await reader.conversations()) {
    if (conversation["is_im"] !== true) continue
    const found = (await reader.messages(String(conversation["id"]))).find((one) => textOf(one).includes(words))
    if (found !== undefined) return placeOf(String(conversation["id"]), found)
  }
  throw new Error(`nothing says ${words}`)
}

const AFTER_ALL = "Missing after all"

/** The channel and the worker, if there is one, are alerted, and the alert climbs to the co-ordinators. */
const expectAlertedOnce = async (council: Council, worker: readonly [] | readonly [string] = [people.worker]) => {
  await waitUntil(async () => (await inChannel(council, `${child} · ${AFTER_ALL}`)).length > 0)
  for (const person of worker) await waitToldTo(council, person, AFTER_ALL)
  expect(textOf(await cardWith(council, `${child} · Missing`))).toContain("Missing")
  await council.bot.passTimeTo(addHours(council.clock.now(), 1))
  expect(await inChannel(council, `${child} · ${AFTER_ALL}`)).toHaveLength(1)
  for (const person of worker) {
    expect(await toldTo(council, person, "A later report, a correction")).toHaveLength(1)
    // What said that the child was back, or not missing, says so no longer.
    expect(await toldTo(council, person, `${child} · Back`)).toEqual([])
    expect(await toldTo(council, person, `${child} · Report cancelled`)).toEqual([])
  }
  expect((await toldTo(council, people.coordinator, "acknowledge the alert")).length).toBeGreaterThan(0)
}

test("a report sent after the return, under another reference, alerts everybody again", async () => {
  await using council = await openReported()
  council.clock.moveTo(hours(1))
  expect(await sendNotification(council.bot.url, returnedBody)).toMatchObject({ status: 202 })
  await cardWith(council, "interview owed")
  const manager = council.workspace.person(people.manager)
  await manager.command(CHANNEL, "/rhi", `assign ${child} <@${people.interviewer}|x>`)
  await waitToldTo(council, people.interviewer, "you are asked to carry out")

  council.clock.moveTo(hours(3))
  const again = missingAt(hours(3), second, { risk: "high" })
  expect(await sendNotification(council.bot.url, again)).toMatchObject({ status: 202 })
  await waitToldTo(council, people.interviewer, "cannot be held now")
  const [asked] = await waitToldTo(council, people.coordinator, "What becomes of the interview?")
  expect(textOf(asked)).toContain(`It is assigned to <@${people.interviewer}>`)
  await expectAlertedOnce(council)
  expect(textOf(await cardWith(council, "To decide:"))).toContain(`${child} · Missing`)

  const coordinator = council.workspace.person(people.coordinator)
  await coordinator.click(
    await placeOfDirect(council, people.coordinator, "What becomes of the interview?"),
    "unassign"
  )
  await coordinator.submit({ reason: "return-withdrawn" })
  const [decided] = await waitToldTo(council, people.coordinator, "Nothing is left to decide.")
  expect(textOf(decided)).toContain("What becomes of the interview?")
})

test("a report sent once more while the child is missing is no news, however late it was sent", async () => {
  await using council = await openReported()
  const before = (await council.workspace.person(people.mash).messages(CHANNEL)).length
  const alertsBefore = (await directMessagesOf(council.workspace.person(people.worker))).length
  for (const sentAt of [start, hours(0.5), hours(0.5)]) {
    council.clock.moveTo(hours(0.5))
    expect(await sendNotification(council.bot.url, missingAt(sentAt))).toMatchObject({
      status: 200,
      body: { status: "already recorded" }
    })
  }
  await council.bot.sweep()
  expect(await council.workspace.person(people.mash).messages(CHANNEL)).toHaveLength(before)
  expect(await directMessagesOf(council.workspace.person(people.worker))).toHaveLength(alertsBefore)
})

test("a report under the same reference after its cancellation alerts once, the same or another", async () => {
  for (const risk of ["medium", "high"]) {
    await using council = await openReported()
    council.clock.moveTo(hours(1))
    expect(await sendNotification(council.bot.url, cancelledBody(hours(1)))).toMatchObject({ status: 202 })
    await cardWith(council, "Cancelled")
    // Sent before the cancellation, it is a retry and says nothing new.
    expect(await sendNotification(council.bot.url, missingAt(start))).toMatchObject({ status: 200 })
    council.clock.moveTo(hours(2))
    expect(await sendNotification(council.bot.url, missingAt(hours(2), first, { risk }))).toMatchObject({ status: 202 })
    expect(await sendNotification(council.bot.url, missingAt(hours(2), first, { risk }))).toMatchObject({ status: 200 })
    await expectAlertedOnce(council)
  }
})

test("a report sent after the episode was closed alerts, and the card says missing", async () => {
  await using council = await openReported()
  council.clock.moveTo(hours(1))
  expect(await sendNotification(council.bot.url, returnedBody)).toMatchObject({ status: 202 })
  const manager = council.workspace.person(people.manager)
  await closeEpisode(council)
  council.clock.moveTo(hours(9))
  expect(await sendNotification(council.bot.url, missingAt(hours(9), second))).toMatchObject({ status: 202 })
  await expectAlertedOnce(council, [])
  const place = placeOf(CHANNEL, await cardWith(council, "· Missing"))
  await waitUntil(async () => textOf(await threadOf(manager, place)).includes("no longer stands"))
})

/** Everything that is owed, recorded from Slack, until nothing is left: of a child with no allocated worker. */
const closeEpisode = async (council: Council) => {
  const manager = council.workspace.person(people.manager)
  council.clock.moveTo(hours(2))
  await manager.command(CHANNEL, "/rhi", `decline ${child}`)
  await manager.submit({ reason: "assessed-not-required", decidedBy: people.manager })
  await manager.command(CHANNEL, "/missing", `screen ${child}`)
  await manager.submit({ allocated: "no-concern", coordinator: people.coordinator, caseReference: "LL-1" })
  await manager.command(CHANNEL, "/missing", `close ${child}`)
  await manager.submit()
  await cardWith(council, "· Closed")
}

test("a cancellation of a child who is back is decided on by a person, and asked until then", async () => {
  for (const choice of ["keep-episode", "cancel-episode"] as const) {
    await using council = await openReported()
    council.clock.moveTo(hours(1))
    await sendNotification(council.bot.url, returnedBody)
    council.clock.moveTo(hours(2))
    expect(await sendNotification(council.bot.url, cancelledBody(hours(2)))).toMatchObject({ status: 202 })
    const [asked] = await waitToldTo(council, people.coordinator, "Does the cancellation stand?")
    expect(textOf(asked)).not.toContain("located safe and well")
    expect(textOf(await cardWith(council, "To decide:"))).toContain("interview owed")

    // The next morning's summary names it, and so does the co-ordinator's Home.
    await council.bot.passTimeTo(hours(24))
    const [summary] = await inChannel(council, "Morning summary")
    expect(textOf(summary)).toContain(`*${child}* a cancellation was sent of a child found or back`)
    const coordinator = council.workspace.person(people.coordinator)
    await coordinator.openHome()
    await waitUntil(async () => textOf(coordinator.home).includes("keep the episode or cancel it"))

    await coordinator.click(await placeOfDirect(council, people.coordinator, "Does the cancellation stand?"), choice)
    await coordinator.submit(choice === "keep-episode" ? {} : { reason: "recorded-in-error" })
    const words = choice === "keep-episode" ? "*Kept* by" : "*Cancelled* by"
    const [ended] = await waitToldTo(council, people.coordinator, words)
    expect(textOf(ended)).not.toContain("Keep the episode")
    const card = await waitUntil(async () => {
      const shown = await cardWith(council, choice === "keep-episode" ? "interview owed" : "Cancelled")
      return !textOf(shown).includes("To decide:") && shown
    })
    const said = choice === "keep-episode" ? "The cancellation does not stand" : "*Cancelled.*"
    const thread = await waitUntil(async () => {
      const lines = textOf(await threadOf(coordinator, placeOf(CHANNEL, card)))
      return lines.includes(said) && lines
    })
    expect(thread).toContain("To decide:")
  }
})

test("a find that does not fit its report is decided on by a person, and asked until then", async () => {
  for (const choice of ["keep-recorded", "found"] as const) {
    await using council = await openCouncil(start)
    const early = about("found", start, { foundAt: formatInstant(hours(-3)) })
    expect(await sendNotification(council.bot.url, early)).toMatchObject({ status: 202 })
    expect(await sendNotification(council.bot.url, missingBody(child, first, start))).toMatchObject({ status: 202 })
    const [asked] = await waitToldTo(council, people.coordinator, "What stands?")
    expect(textOf(asked)).toContain("that the child was found at Mon 16 Nov, 07:00")
    expect(textOf(await cardWith(council, "To decide:"))).toContain("Missing")

    // The next morning names it, and so does the Home of each who can settle it.
    await council.bot.passTimeTo(hours(24))
    const [summary] = await inChannel(council, "Morning summary")
    expect(textOf(summary)).toContain(`*${child}* what was told contradicts what is recorded`)
    for (const person of [people.coordinator, people.manager, people.mash]) {
      const reader = council.workspace.person(person)
      await reader.openHome()
      await waitUntil(async () => textOf(reader.home).includes("Queue"))
      if (person === people.manager) await reader.click({ viewId: String(reader.home?.id) }, "home-tab-queue")
      await waitUntil(async () => textOf(reader.home).includes("Recorded is right"))
    }

    const coordinator = council.workspace.person(people.coordinator)
    await coordinator.click(await placeOfDirect(council, people.coordinator, "What stands?"), choice)
    await coordinator.submit(choice === "found" ? { foundAt: start / 1_000 } : {})
    const words = choice === "found" ? "*Settled* by" : "*What was recorded stands*"
    const [ended] = await waitToldTo(council, people.coordinator, words)
    expect(textOf(ended)).not.toContain("Recorded is right")
    await waitUntil(async () => {
      const shown = await cardWith(council, choice === "found" ? "Found" : "Missing")
      return !textOf(shown).includes("To decide:") && shown
    })
  }
})

test("an update that shows two records to be one joins them, and says so to those who were told", async () => {
  await using council = await openReported()
  const other = missingAt(start, second, { missingAt: formatInstant(hours(-1)) })
  expect(await sendNotification(council.bot.url, other)).toMatchObject({ status: 202 })
  await waitUntil(async () => (await cardsOf(council.workspace.person(people.mash), CHANNEL, child)).length === 2)
  await council.bot.sweep()

  council.clock.moveTo(hours(1))
  const update = about("updated", hours(1), { missingAt: formatInstant(hours(-2)) }, second)
  expect(await sendNotification(council.bot.url, update)).toMatchObject({ status: 202 })
  const [told] = await waitToldTo(council, people.worker, "Goes on:")
  expect(textOf(told)).toContain("Goes on: last seen Mon 16 Nov, 08:00")
  for (const [words, says] of [
    ["· Missing", "which goes on"],
    ["· Duplicate", "this one no longer counts"]
  ] as const) {
    const place = placeOf(CHANNEL, await cardWith(council, words))
    const mash = council.workspace.person(people.mash)
    await waitUntil(async () => textOf(await threadOf(mash, place)).includes(says))
  }
  await council.bot.sweep()
  // The news of its own, and in place of the alert that asked for something.
  expect(await toldTo(council, people.worker, "Goes on:")).toHaveLength(1)
  expect(await toldTo(council, people.worker, "was joined to another, which goes on")).toHaveLength(1)
})

test("two disappearances that do not overlap are not offered to be joined, and it is said why", async () => {
  await using council = await openReported()
  council.clock.moveTo(hours(1))
  await sendNotification(council.bot.url, returnedBody)
  await cardWith(council, "interview owed")
  council.clock.moveTo(hours(5))
  const later = { missingAt: formatInstant(hours(4)), reportedAt: formatInstant(hours(4.5)) }
  await sendNotification(council.bot.url, missingAt(hours(5), second, later))
  const mash = council.workspace.person(people.mash)
  await mash.click(placeOf(CHANNEL, await cardWith(council, "· Missing")), "more")
  await mash.click({ viewId: String(mash.modal?.id) }, "correct")
  expect(JSON.stringify(mash.modal)).not.toContain('"value":"duplicate"')
  const reply = await mash.command(CHANNEL, "/missing", `join ${child}`)
  expect(JSON.stringify([reply, mash.modal])).toContain("cannot be joined")
})
