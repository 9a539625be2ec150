/** A child whose reference people and machines write in different ways stays one child. */
import { addHours, formatInstant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-50001"
const monday = utc(2026, 11, 16, 9)

/** As the police's system, a phone and a copied table write it. */
const SPELLINGS = ["LCS-50001", "lcs\u201150001 ", "\uff2c\uff23\uff33\uff0d\uff15\uff10\uff10\uff10\uff11"] as const

test("three reports in three spellings raise the repeat trigger on one child", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const channel = readerOf(workspace.person(people.manager)).sees("#missing")
  for (const [index, day] of [0, 8, 20].entries()) {
    clock.moveTo(addHours(monday, day * 24))
    const now = clock.now()
    const child = SPELLINGS[index] ?? ""
    expect((await sendNotification(bot.url, missingBody(child, `SYP-2026-500${index}`, now))).status).toBe(202)
    for (const kind of ["found", "returned"]) {
      const body = {
        kind,
        policeReference: `syp\u20132026-500${index}`,
        sentAt: formatInstant(now),
        child: { reference: SPELLINGS[(index + 1) % SPELLINGS.length] },
        [`${kind}At`]: formatInstant(now)
      }
      expect(await sendNotification(bot.url, body)).toMatchObject({ status: 202, body: { status: "recorded" } })
    }
    await bot.sweep()
    expect(await channel.all("Repeat episodes")).toHaveLength(index === 2 ? 1 : 0)
  }
  const [trigger] = await channel.all("Repeat")
  expect(trigger?.text).toContain(CHILD)
  expect(trigger?.text).toContain("3 missing episodes in 30 days")
})

test("a slash command and forms reach the child under another spelling", async () => {
  await using council = await openCouncil(monday)
  const { bot, workspace } = council
  const [mash, manager] = [people.mash, people.manager].map((id) => readerOf(workspace.person(id))) as [
    ReturnType<typeof readerOf>,
    ReturnType<typeof readerOf>
  ]
  await sendNotification(bot.url, missingBody(CHILD, "SYP-2026-5000", monday))
  await sendNotification(bot.url, missingBody("LCS-50002", "SYP-2026-5001", monday))
  await mash.sees("#missing").card(`${CHILD} · Missing`)

  await manager.types("/missing status lcs\u201350001")
  await manager.isTold(CHILD, "Missing")
  await manager.types("/missing status LCS 50001")
  await manager.isTold(CHILD, "Missing")

  // The report form: the same disappearance, and no second card.
  const worker = workspace.person(people.worker)
  await worker.command("C0MISSING", "/missing", "report lcs50001 today 7:00am")
  await worker.submit({ reportedAt: monday / 1_000, missingFrom: "care", risk: "medium" })
  expect(JSON.stringify(worker.modal)).toContain(`${CHILD} is recorded as missing since`)

  await mash.clicks("More", { on: await mash.sees("#missing").card(`${CHILD} · Missing`) })
  await mash.clicks("Missing together")
  await mash.fills({ "Missing together with": "lcs-50002, \uff2cCS-50002, lcs-50001" })
  await mash.sends()
  await mash.sees("#missing").card(`${CHILD} · Missing`, "LCS-50002 (Missing)")
  expect(await mash.sees("#missing").all(/LCS-5000[12] · Missing/)).toHaveLength(2)

  await sendNotification(bot.url, missingBody("lcs-50001\u00a0", "SYP-2026-5000", monday))
  await bot.sweep()
  expect(await mash.sees("#missing").all(/ · Missing/)).toHaveLength(2)
})
