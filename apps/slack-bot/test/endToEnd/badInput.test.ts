import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { addHours, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)
const moment = (instant: Instant) => new Date(instant)

let council: Awaited<ReturnType<typeof openCouncil>>
beforeAll(async () => {
  council = await openCouncil(monday)
})
afterAll(() => council[Symbol.asyncDispose]())

const reader = (id: string) => readerOf(council.workspace.person(id))

/** The journal's documents as they stand on disk. */
const written = () => {
  const folder = join(council.directory, "children")
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
}

/** Runs something that must be refused, and holds it to having written nothing. */
const refused = async <A>(attempt: () => Promise<A>): Promise<A> => {
  const before = written()
  const answer = await attempt()
  expect(written()).toEqual(before)
  return answer
}

const send = (body: Record<string, unknown>, token?: string) => sendNotification(council.bot.url, body, token)
const fieldsOf = (body: Record<string, unknown>) =>
  (body["errors"] as ReadonlyArray<{ field: string }> | undefined)?.map(({ field }) => field)

const about = (child: string, policeReference: string, kind: string, more: Record<string, unknown>) => ({
  kind,
  policeReference,
  sentAt: formatInstant(monday),
  child: { reference: child },
  ...more
})

/** A child who is missing, found and returned, as far as asked, and the card. */
const aChild = async (child: string, reference: string, upTo: "missing" | "found" | "returned" = "missing") => {
  expect((await send(missingBody(child, reference, monday))).status).toBe(202)
  if (upTo !== "missing") {
    expect((await send(about(child, reference, "found", { foundAt: formatInstant(monday) }))).status).toBe(202)
  }
  if (upTo === "returned") {
    expect((await send(about(child, reference, "returned", { returnedAt: formatInstant(monday) }))).status).toBe(202)
  }
  return reader(people.manager).sees("#missing").card(child)
}

describe("notifications", () => {
  test("without the token, or with another, are not read", async () => {
    const reply = await refused(() => send(missingBody("LCS-20001", "SYP-2026-1000001", monday), "guess"))
    expect(reply).toMatchObject({ status: 401, type: "application/problem+json" })
  })

  test("that are malformed name every field", async () => {
    const reply = await refused(() =>
      send({
        ...missingBody("Jo Bloggs", "SYP-2026-1000002", monday),
        risk: "severe",
        missingAt: "2026-11-16T09:00:00"
      })
    )
    expect(reply).toMatchObject({ status: 400, type: "application/problem+json" })
    expect(fieldsOf(reply.body)).toEqual(expect.arrayContaining(["child.reference", "risk", "missingAt"]))
  })

  test("of no known kind, or no JSON, are refused", async () => {
    expect(fieldsOf((await refused(() => send({ kind: "lost" }))).body)).toEqual(["kind"])
    const response = await refused(() =>
      fetch(`${council.bot.url}/intake/notifications`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: "Bearer synthetic-intake-token-for-tests" },
        body: "{"
      })
    )
    expect(response.status).toBe(400)
  })

  test("said twice change nothing; said otherwise conflict", async () => {
    const body = missingBody("LCS-20003", "SYP-2026-1000003", monday)
    const first = await send(body)
    expect(first.status).toBe(202)
    const again = await refused(() => send({ ...body, sentAt: formatInstant(addHours(monday, 1)) }))
    expect(again).toMatchObject({ status: 200, body: { episodeId: first.body["episodeId"] } })
    expect(await refused(() => send({ ...body, risk: "high" }))).toMatchObject({ status: 409 })
    // Under another reference it is the same disappearance reported twice: joined, because refused its news would be lost.
    const otherReference = await send({ ...body, policeReference: "SYP-2026-1000099" })
    expect(otherReference).toMatchObject({ status: 202, body: { episodeId: first.body["episodeId"] } })
  })

  test("cannot move a police reference to another child", async () => {
    await aChild("LCS-20004", "SYP-2026-1000004")
    const elsewhere = missingBody("LCS-20005", "SYP-2026-1000004", monday)
    const before = written()
    expect(await send(elsewhere)).toMatchObject({ status: 409 })
    // Kept with the child it stands for, so that people are told: once, and nothing of the other child.
    const kept = written().filter((stream) => !before.includes(stream))
    expect(kept).toHaveLength(1)
    expect(kept[0]).toContain("NotificationTurnedAway")
    expect(written()).toHaveLength(before.length)
    expect(await refused(() => send(elsewhere))).toMatchObject({ status: 409 })
  })

  test("dated against the order of things are refused at their field", async () => {
    await aChild("LCS-20006", "SYP-2026-1000006")
    const early = formatInstant(addHours(monday, -3))
    const found = await refused(() => send(about("LCS-20006", "SYP-2026-1000006", "found", { foundAt: early })))
    expect([found.status, fieldsOf(found.body)]).toEqual([400, ["foundAt"]])
    const future = formatInstant(addHours(monday, 3))
    const later = await refused(() => send(about("LCS-20006", "SYP-2026-1000006", "found", { foundAt: future })))
    expect([later.status, fieldsOf(later.body)]).toEqual([400, ["foundAt"]])
    expect(
      (await send(about("LCS-20006", "SYP-2026-1000006", "found", { foundAt: formatInstant(monday) }))).status
    ).toBe(202)
    const back = formatInstant(addHours(monday, -1))
    const returned = await refused(() => send(about("LCS-20006", "SYP-2026-1000006", "returned", { returnedAt: back })))
    expect([returned.status, fieldsOf(returned.body)]).toEqual([400, ["returnedAt"]])
  })

  test("of a find before the report are kept, told of and joined", async () => {
    const found = about("LCS-20007", "SYP-2026-1000007", "found", { foundAt: formatInstant(addHours(monday, -1)) })
    expect(await send(found)).toMatchObject({ status: 202, body: { episodeId: null } })
    const channel = reader(people.mash).sees("#missing")
    await channel.card("LCS-20007 · Missing notification not received")
    const missing = await send(missingBody("LCS-20007", "SYP-2026-1000007", monday))
    expect(missing.status).toBe(202)
    await channel.card("LCS-20007 · Found, return not recorded")
  })
})

describe("Slack requests", () => {
  test.each(["stale", "future", "forged", "unsigned"] as const)("that are %s are refused", async (signing) => {
    const manager = council.workspace.person(people.manager).signing(signing)
    const answer = await refused(() => manager.command(CHANNEL, "/rhi", "queue"))
    expect(answer).toMatchObject({ outcome: "refused", status: 401 })
  })

  test("sent a second time do nothing twice", async () => {
    const on = await aChild("LCS-20008", "SYP-2026-1000008")
    const manager = reader(people.manager)
    await manager.clicks("Found", { on })
    await manager.fills({ "Found at": moment(monday) })
    await manager.sends()
    const submission = council.workspace.app.sent.at(-1)
    if (submission === undefined) throw new Error("nothing was sent")
    const again = await refused(() => council.workspace.app.repeat(submission))
    expect(again).toMatchObject({ status: 401 })
  })
})

describe("people", () => {
  test.each([people.guest, people.stranger, people.bystander])("%s may not assign, and is told so", async (who) => {
    await sendNotification(council.bot.url, missingBody("LCS-20009", "SYP-2026-1000009", monday))
    const person = reader(who)
    await refused(() => person.types(`/rhi assign LCS-20009 <@${people.interviewer}>`))
    await person.isTold(/only for full members|not set up to do this/)
  })

  test("must name a reference that is known and a person who interviews", async () => {
    const manager = reader(people.manager)
    await refused(() => manager.types(`/rhi assign LCS-99999 <@${people.interviewer}>`))
    await manager.isTold("Nothing is recorded for LCS-99999")
    await aChild("LCS-20010", "SYP-2026-1000010", "returned")
    await refused(() => manager.types(`/rhi assign LCS-20010 <@${people.coordinator}>`))
    await manager.isTold("not set up as a return home interviewer")
    await aChild("LCS-20011", "SYP-2026-1000011")
    await refused(() => manager.types(`/rhi assign LCS-20011 <@${people.interviewer}>`))
    await manager.isTold("still missing")
  })

  test("who are guests are not given an interview, whatever the configuration says", async () => {
    await aChild("LCS-20014", "SYP-2026-1000014", "returned")
    const manager = reader(people.manager)
    for (const guest of [people.guest, people.stranger]) {
      await refused(() => manager.types(`/rhi assign LCS-20014 <@${guest}> known-adult`))
      await manager.isTold("holds no role")
      await refused(() => manager.types(`/rhi assign LCS-20014 <@${guest}>`))
      await manager.isTold("not set up as a return home interviewer")
    }
  })

  test("are shown a time that cannot be beside its field", async () => {
    const on = await aChild("LCS-20012", "SYP-2026-1000012")
    const mash = reader(people.mash)
    await mash.clicks("Found", { on })
    await mash.fills({ "Found at": moment(addHours(monday, -5)) })
    await refused(() => mash.isCorrected({ "Found at": "before" }))
    await mash.fills({ "Found at": moment(addHours(monday, -1)) })
    await mash.sends()
    await mash.clicks("Returned", { on })
    await mash.fills({ "Returned at": moment(addHours(monday, -2)) })
    await refused(() => mash.isCorrected({ "Returned at": "before" }))
    await mash.fills({ "Returned at": moment(monday) })
    await mash.sends()
  })

  test("cannot log an interview before the return", async () => {
    await aChild("LCS-20013", "SYP-2026-1000013", "returned")
    const manager = reader(people.manager)
    await manager.types(`/rhi assign LCS-20013 <@${people.interviewer}>`)
    const interviewer = reader(people.interviewer)
    await interviewer.types("/rhi log LCS-20013")
    await interviewer.fills({
      "Offered at": moment(monday),
      "The child's answer": "Accepted",
      "Interview completed at": moment(addHours(monday, -1)),
      Interviewer: "@Training Interviewer",
      Venue: "Home",
      "Harm disclosed": "No, the child said there was none"
    })
    await refused(() => interviewer.isCorrected({ "Interview completed at": "before" }))
  })
})
