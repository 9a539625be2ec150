/** A request that is refused for its date makes the bot compare its clock with Slack's at once. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { waitUntil } from "./slackReading.ts"
import { openCouncil } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)

test("a request dated far from our clock shows at once that the clock is wrong", async () => {
  await using council = await openCouncil(monday, {}, "slack")
  const { bot, clock, workspace } = council
  const health = async () => (await fetch(`${bot.url}/health`)).text()
  const asked = () => workspace.calls.filter(({ method }) => method === "auth.test").length
  const send = () =>
    fetch(`${bot.url}/slack/events`, {
      method: "POST",
      headers: { "x-slack-request-timestamp": "1", "x-slack-signature": "v0=00" }
    })
  // What a start asks of Slack has been asked by then, so that nothing else compares the clocks.
  await bot.sweep()
  clock.jumpTo(addHours(monday, -0.25))
  expect(await health()).not.toContain("clock-wrong")
  const before = asked()
  for (let times = 0; times < 5; times += 1) expect((await send()).status).toBe(401)
  await waitUntil(async () => (await health()).includes("clock-wrong"))
  // Once for all of them, and not for each.
  expect(asked() - before).toBeLessThan(5)
})
