import { utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { waitUntil } from "../endToEnd/slackReading.ts"
import { missingBody, openCouncil, people, sendNotification } from "../endToEnd/trainingCouncil.ts"

const CHILD = "LCS-60771"
const evening = utc(2026, 11, 25, 18)

test("a press that is refused is answered also where its response URL takes nothing more", async () => {
  await using council = await openCouncil(evening)
  await sendNotification(council.bot.url, missingBody(CHILD, "SYP-2026-60771", evening))
  await council.bot.sweep()
  council.workspace.faults.plan({ methods: ["response_url"], fault: { status: 404 } })
  const bystander = council.workspace.person(people.bystander)
  const reader = readerOf(bystander)
  await reader.sees("#missing").card(CHILD, "Missing")
  await reader.clicks("Acknowledge alert")
  const [answer] = await waitUntil(async () => bystander.ephemerals.length > 0 && bystander.ephemerals)
  expect(JSON.stringify(answer)).toContain("Nothing was done")
})
