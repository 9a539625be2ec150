/** Names and birth dates given as references, on every way in: refused or hidden, and nowhere afterwards. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { formatInstant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test, vi } from "vitest"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-61001"
const monday = utc(2026, 11, 16, 9)

const forChild = ["SMITH-JADE-14", "JOHN.SMITH.2011", "12-MAR-2011", "Jade_2009"]
const forPolice = ["Jade-Smith-born-2009-04-01", "Jade Smith, 14", "NOT-YET-GIVEN-jade-smith"]

/** Of each that is given, what must be nowhere. */
const WORDS = /smith|(?<![a-z0-9])jade(?![a-z0-9])|12-mar-2011/i

const filesIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

const news = (kind: "found" | "returned", policeReference: string) => ({
  kind,
  policeReference,
  sentAt: formatInstant(monday),
  child: { reference: CHILD },
  [`${kind}At`]: formatInstant(monday)
})

test("a name given as a reference is refused on every way in, and never shown, kept or logged", async () => {
  const logged: Array<string> = []
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...said: ReadonlyArray<unknown>) => void logged.push(said.join(" ")))
  )
  try {
    await using council = await openCouncil(monday)
    const { bot, directory, workspace } = council
    const manager = workspace.person(people.manager)
    const answers: Array<unknown> = []
    await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-6100", monday))
    for (const name of forChild) {
      const sent = await sendNotification(bot.url, missingBody(name, "SYP-2026-6101", monday))
      expect(sent).toMatchObject({ status: 400, body: { errors: [{ field: "child.reference" }] } })
      answers.push(sent)
      for (const text of [`status ${name}`, `report ${name} today 6:30am`, `found ${name} now`, `reveal ${name}`]) {
        answers.push(await manager.command(CHANNEL, "/missing", text))
      }
      answers.push(await manager.command(CHANNEL, "/rhi", `assign ${name} <@${people.interviewer}>`))
      answers.push(await manager.command(CHANNEL, "/findme", name))
      await manager.command(CHANNEL, "/missing", "report")
      answers.push(
        await manager.submit({
          reference: name,
          missingAt: monday / 1_000 - 3_600,
          reportedAt: monday / 1_000,
          missingFrom: "care",
          risk: "medium"
        })
      )
      await manager.command(CHANNEL, "/missing", `screen ${CHILD}`)
      answers.push(await manager.submit({ caseReference: name }))
    }
    await bot.sweep()
    const answered = JSON.stringify(answers)
    expect(answered).toContain("That has not the form of the case system's references.")
    expect(answered.match(/That has not the form of a case reference/g)?.length).toBeGreaterThan(20)
    const told = JSON.stringify([answers, workspace.calls, logged])
    expect(told.match(WORDS)).toBeNull()
    const kept = filesIn(directory).map((path) => readFileSync(path, "utf8"))
    expect(kept.join().match(WORDS)).toBeNull()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
})

test("a report with a name for its reference alerts, joins its later news, and never shows it", async () => {
  await using council = await openCouncil(monday)
  const { bot, directory, workspace } = council
  const manager = readerOf(workspace.person(people.manager))
  for (const [index, name] of forPolice.entries()) {
    const child = `LCS-6200${index}`
    const body = missingBody(child, name, monday)
    const sent = await sendNotification(bot.url, body)
    expect(sent.status).toBe(202)
    await manager.sees("#missing").card(`${child} · Missing`)
    expect((await sendNotification(bot.url, body)).status).toBe(200)
    const other = { ...body, policeReference: name.toUpperCase() }
    expect((await sendNotification(bot.url, other)).status).toBe(200)
    expect((await sendNotification(bot.url, { ...body, risk: "high" })).status).toBe(409)
    const found = await sendNotification(bot.url, { ...news("found", name), child: { reference: child } })
    expect(found).toMatchObject({ status: 202, body: { episodeId: sent.body["episodeId"] } })
  }
  // Of a child with another report, so that it is a second one; and news that comes before any report.
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-6100", monday))
  await sendNotification(bot.url, missingBody(CHILD, "Jade-Smith-14", monday))
  await sendNotification(bot.url, { ...news("found", "Jade-Smith-15"), child: { reference: "LCS-62009" } })
  await sendNotification(bot.url, { ...news("found", "Jade-Smith-14"), child: { reference: "LCS-62000" } })
  await bot.sweep()
  expect(JSON.stringify(workspace.calls)).toContain("a police reference that is not shown")
  expect(JSON.stringify(workspace.calls).match(WORDS)).toBeNull()
  const kept = filesIn(directory).map((path) => readFileSync(path, "utf8"))
  expect(kept.join().match(WORDS)).toBeNull()
  expect(kept.join()).toContain("NOT-SHOWN-")
})

test("a person's report under another force's reference is taken, and they hear it is not shown", async () => {
  await using council = await openCouncil(monday)
  const worker = council.workspace.person(people.worker)
  await worker.command(CHANNEL, "/missing", `report ${CHILD} today 7:00am`)
  await worker.submit({
    reportedAt: monday / 1_000,
    missingFrom: "care",
    risk: "medium",
    policeReference: "WMP/4411/26"
  })
  expect(JSON.stringify(worker.modal)).toContain(
    "does not look like one of your police's (SYP-, 4 digits, a dash and 1 to 7 digits, such as SYP-1234-5678901; or "
  )
  expect((await sendNotification(council.bot.url, missingBody(CHILD, "WMP/4411/26", monday))).status).toBe(409)
  expect(JSON.stringify(council.workspace.calls)).not.toContain("WMP")
})

test("a report whose police reference is a name is taken, and its sender hears it is hidden", async () => {
  await using council = await openCouncil(monday)
  const worker = council.workspace.person(people.worker)
  await worker.command(CHANNEL, "/missing", `report ${CHILD} today 7:00am`)
  expect(JSON.stringify(worker.modal)).toContain("SYP-1234-5678901")
  await worker.submit({
    reportedAt: monday / 1_000,
    missingFrom: "care",
    risk: "medium",
    policeReference: "Jade Smith, 14"
  })
  expect(JSON.stringify(worker.modal)).toContain(`${CHILD} is recorded as missing`)
  expect(JSON.stringify(worker.modal)).toContain("It may be another force's, or hold a name: it is shown to nobody")
  expect((await sendNotification(council.bot.url, missingBody(CHILD, "Jade Smith, 14", monday))).status).toBe(409)
  expect(JSON.stringify(council.workspace.calls).match(WORDS)).toBeNull()
  const kept = filesIn(council.directory).map((path) => readFileSync(path, "utf8"))
  expect(kept.join().match(WORDS)).toBeNull()
})

test("what is shown of a reference before it is typed has the council's own form", async () => {
  await using council = await openCouncil(monday)
  const manager = council.workspace.person(people.manager)
  await manager.command(CHANNEL, "/missing", "help")
  await manager.command(CHANNEL, "/rhi", "log Jade")
  const said = JSON.stringify(manager.ephemerals)
  expect(said).toContain("/missing report LCS-123456")
  expect(said).toContain("such as LCS-123456")
  expect(said).not.toContain("LCS-10432")
})
