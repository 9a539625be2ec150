/** A council on Enterprise Grid: everybody's home is another workspace, and each is a member of ours. */
import { utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { directMessagesOf, textOf } from "./slackReading.ts"
import { missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)
const HOME = "T0SCHOOLS"
const OURS = "T000000001"

test("role holders are told and may act from any home, unlike people of other workspaces", async () => {
  await using council = await openCouncil(monday)
  const { workspace, bot } = council
  for (const member of workspace.members) {
    const workspaces = member.id === people.worker ? [HOME] : [HOME, OURS]
    Object.assign(member, { organisation: { id: "E0COUNCIL", home: HOME, workspaces } })
  }
  await sendNotification(bot.url, missingBody("LCS-70001", "SYP-2026-70001", monday))
  await bot.sweep()
  const told = (await directMessagesOf(workspace.person(people.coordinator))).map(textOf).join("\n")
  expect(told).toContain("LCS-70001")
  const coordinator = readerOf(workspace.person(people.coordinator))
  await coordinator.sees("#missing").card("LCS-70001", "Missing")
  await coordinator.clicks("Acknowledge alert")
  await coordinator.sees("#missing").card("LCS-70001", "Alert acknowledged by")
  await coordinator.types("/missing status LCS-70001")
  await coordinator.isTold("LCS-70001")

  const elsewhere = readerOf(workspace.person(people.worker))
  await elsewhere.types("/missing status LCS-70001")
  await elsewhere.isTold("only for full members")
})
