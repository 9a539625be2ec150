import { utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)

test("a report refused for its raised risk asks the channel and the MASH to ring the police", async () => {
  await using council = await openCouncil(monday)
  const body = missingBody("LCS-70441", "SYP-2026-0704401", monday)
  expect((await sendNotification(council.bot.url, body)).status).toBe(202)
  const raised = await sendNotification(council.bot.url, { ...body, risk: "high" })
  expect(raised.status).toBe(409)
  const words = "A report could not be taken: ring the police"
  await readerOf(council.workspace.person(people.manager)).sees("#missing").message(words)
  await readerOf(council.workspace.person(people.mash)).sees("direct messages").message(words)
})
