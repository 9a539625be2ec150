import { spawn } from "node:child_process"
import { once } from "node:events"
import { appendFile, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { startSlackWorkspace } from "../src/index.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "slack-testkit-"))
})
afterEach(() => rm(directory, { recursive: true }))

const postUntilKilled = async (recordTo: string) => {
  const program = join(import.meta.dirname, "fixtures", "postsUntilKilled.ts")
  const child = spawn(process.execPath, [program, recordTo], { stdio: ["ignore", "pipe", "inherit"] })
  const [line] = await once(child.stdout, "data")
  child.kill("SIGKILL")
  await once(child, "exit")
  return JSON.parse(String(line)) as { card: string; reply: string; direct: string }
}

it("comes back from a killed process with the same messages, timestamps and conversations", async () => {
  const recordTo = join(directory, "record", "calls.jsonl")
  const before = await postUntilKilled(recordTo)
  // A process killed in the middle of a write leaves half a line.
  await appendFile(recordTo, '{"by":"U0BOT","method":"chat.po')

  await using workspace = await startSlackWorkspace(options({ recordTo }))
  const client = new WebClient("xoxb-tryout", { slackApiUrl: workspace.slackApiUrl })
  const person = workspace.person(ada)
  const history = await client.conversations.history({ channel: alerts, include_all_metadata: true })
  expect(history.messages).toMatchObject([
    { ts: before.card, text: "card, changed", metadata: { event_payload: { key: "card:1" } }, reply_count: 1 }
  ])
  expect((await person.messages(alerts, before.card)).map((message) => message["ts"])).toEqual([
    before.card,
    before.reply
  ])
  expect((await person.messages(before.direct)).map((message) => message["text"])).toEqual(["for you"])

  await client.chat.update({ channel: alerts, ts: before.card, text: "changed again" })
  const later = await client.chat.postMessage({ channel: alerts, text: "after", thread_ts: before.card })
  expect(Number(later.ts)).toBeGreaterThan(Number(before.reply))
  expect(workspace.latest(alerts)).toBe(later.ts)
  const thread = await person.messages(alerts, before.card)
  expect(thread.map((message) => message["text"])).toEqual(["changed again", "first news", "after"])
  expect((await client.conversations.open({ users: ada })).channel?.id).toBe(before.direct)
})

it("keeps timestamps growing when the workspace's clock stands still or is behind the record", async () => {
  const recordTo = join(directory, "calls.jsonl")
  const post = async (now: number) => {
    await using workspace = await startSlackWorkspace(
      options({ recordTo, clock: { now: () => now, sleep: async () => {} } })
    )
    const client = new WebClient("xoxb-tryout", { slackApiUrl: workspace.slackApiUrl })
    return (await client.chat.postMessage({ channel: alerts, text: "x" })).ts
  }
  expect(await post(2_000_000_000_000)).toBe("2000000000.000000")
  expect(await post(1_900_000_000_000)).toBe("2000000000.000001")
})

it("says where a record cannot be read, and leaves it alone", async () => {
  const recordTo = join(directory, "calls.jsonl")
  await appendFile(recordTo, '{"not":"a call"}\n')
  await expect(startSlackWorkspace(options({ recordTo }))).rejects.toThrow(/Line 1 of .*calls\.jsonl/)
})
