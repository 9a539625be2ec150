/** Two siblings who are missing together: the card of each says how far the other has come. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const [ONE, OTHER] = ["LCS-60021", "LCS-60022"]
const monday = utc(2026, 11, 16, 9)

test("one sibling found is shown on the card of the other, who is still missing", async () => {
  await using council = await openCouncil(monday)
  const { bot, clock, workspace } = council
  const mash = readerOf(workspace.person(people.mash))
  await sendNotification(bot.url, missingBody(ONE, "SYP-2026-60021", monday))
  await sendNotification(bot.url, missingBody(OTHER, "SYP-2026-60022", monday))
  const card = await mash.sees("#missing").card(`${ONE} · Missing`)
  await mash.clicks("More", { on: card })
  await mash.clicks("Missing together")
  await mash.fills({ "Missing together with": OTHER })
  await mash.sends()
  const linked = await mash.sees("#missing").card(`${ONE} · Missing`, `${OTHER} (Missing)`)
  expect(linked.text).toContain("Missing together with")
  clock.moveTo(addHours(monday, 1))
  const ofOther = await mash.sees("#missing").card(`${OTHER} · Missing`, `${ONE} (Missing)`)
  await mash.clicks("Found", { on: ofOther })
  await mash.sends()
  await mash.sees("#missing").card(`${ONE} · Missing`, `${OTHER} (Found, return not recorded)`)
})
