import { expect, it } from "@effect/vitest"
import { Instant } from "@safe-return/domain/calendar"
import { startServer } from "../../bench/load/processes.ts"
import { madeUpJournal } from "../../bench/madeUpJournal.ts"
import { openSetting } from "../../bench/setting.ts"
import { people, SIGNING_SECRET } from "../endToEnd/trainingCouncil.ts"

it("the bot answers the commands that the benchmarks send", { timeout: 90_000 }, async () => {
  await using setting = await openSetting()
  const { directory, generator, workspace } = setting
  await madeUpJournal({ directory, count: 2, now: Instant(Date.now()), areBack: true })
  await using bot = await startServer("botProcess.ts", [workspace.slackApiUrl, directory, "off"])
  const what = {
    kind: "commands" as const,
    url: bot.url,
    command: "/rhi",
    texts: ["queue"],
    person: people.manager,
    signingSecret: SIGNING_SECRET
  }
  const load = { what, requests: 4, pace: { connections: 4 }, expected: "2 return home interviews are owed" }
  // On a busy machine the first answers come later than Slack waits for them.
  const answered = () => generator.send(load).then(({ latencies }) => latencies.length, String)
  await expect.poll(answered, { timeout: 50_000 }).toBe(4)
  await expect(generator.send({ ...load, expected: "no such words" })).rejects.toThrow("A request was answered")
})
