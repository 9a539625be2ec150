import { ErrorCode, LogLevel, WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let workspace: SlackWorkspace
let client: WebClient

beforeEach(async () => {
  workspace = await startSlackWorkspace(options())
  client = new WebClient("xoxb-tryout", {
    slackApiUrl: workspace.slackApiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => LogLevel.ERROR,
      setName() {}
    }
  })
})
afterEach(() => workspace.close())

it("knows the app by its token and nobody else", async () => {
  expect(await client.auth.test()).toMatchObject({ user_id: "U0BOT", bot_id: "B0APP" })
  const stranger = new WebClient("xoxb-other", { slackApiUrl: workspace.slackApiUrl })
  await expect(stranger.auth.test()).rejects.toMatchObject({ data: { error: "invalid_auth" } })
})

it("tells guests, strangers, bots and deactivated accounts from members", async () => {
  const flags = async (user: string) => (await client.users.info({ user })).user
  expect(await flags(ada)).toMatchObject({ is_restricted: false, is_bot: false, deleted: false })
  expect(await flags("U0GUEST")).toMatchObject({ is_restricted: true, is_ultra_restricted: false })
  expect(await flags("U0STRANGER")).toMatchObject({ is_stranger: true, team_id: "T0STRANGER" })
  expect(await flags("U0GONE")).toMatchObject({ deleted: true })
  expect(await flags("U0BOT")).toMatchObject({ is_bot: true })
  await expect(flags("U0NOBODY")).rejects.toMatchObject({ code: ErrorCode.PlatformError })
})

it("gives channels the ids asked for and keeps outsiders out of private ones", async () => {
  expect((await client.conversations.info({ channel: alerts })).channel).toMatchObject({ name: "alerts" })
  expect((await client.conversations.members({ channel: "C0GENERAL" })).members).toEqual(["U0BOT", ada, "U0BEN"])
  expect((await workspace.person("U0BEN").conversations()).map((channel) => channel["name"])).toEqual(["general"])
  expect(await workspace.person("U0BEN").messages(alerts)).toEqual([])
})

it("keeps metadata for those who ask, finds messages between two timestamps, and pages", async () => {
  const metadata = { event_type: "delivery", event_payload: { key: "card:1" } }
  const posted: Array<string> = []
  for (const text of ["one", "two", "three"]) {
    posted.push((await client.chat.postMessage({ channel: "C0GENERAL", text, metadata })).ts ?? "")
  }
  const texts = async (more: object) =>
    (await client.conversations.history({ channel: "C0GENERAL", ...more })).messages?.map((message) => message.text)
  expect(posted.toSorted()).toEqual(posted)
  expect(await texts({})).toEqual(["three", "two", "one"])
  expect(await texts({ oldest: posted[0] })).toEqual(["three", "two"])
  expect(await texts({ oldest: posted[0], latest: posted[1], inclusive: true })).toEqual(["two", "one"])
  const bare = await client.conversations.history({ channel: "C0GENERAL" })
  expect(bare.messages?.[0]).not.toHaveProperty("metadata")
  const whole = await client.conversations.history({ channel: "C0GENERAL", include_all_metadata: true, limit: 2 })
  expect(whole.messages?.[0]?.metadata).toEqual(metadata)
  const cursor = whole.response_metadata?.next_cursor
  expect(await texts({ cursor, limit: 2 })).toEqual(["one"])
})

it.each([
  ["all", {}, ["5", "4", "3", "2", "1", "0"]],
  ["those after one", { oldest: 2, inclusive: false }, ["5", "4", "3"]],
  ["those from one to another", { oldest: 1, latest: 4, inclusive: true }, ["4", "3", "2", "1"]],
  ["none", { oldest: 5, inclusive: false }, []]
] as const)("hands out the pages of a channel, and says which is the last: %s", async (_, { ...between }, expected) => {
  const { channel } = await client.conversations.open({ users: ada })
  const where = { channel: channel?.id ?? "" }
  const posted: Array<string> = []
  for (let text = 0; text < 6; text += 1) {
    posted.push((await client.chat.postMessage({ ...where, text: String(text) })).ts ?? "")
  }
  const asked = Object.fromEntries(
    Object.entries({ oldest: 0, inclusive: true, ...between }).map(([name, value]) => [
      name,
      typeof value === "number" ? posted[value] : value
    ])
  )
  for (const limit of [1, 2, 3, 4, 6, 7]) {
    const pages: Array<ReadonlyArray<string | undefined>> = []
    let cursor: string | undefined
    do {
      const page = await client.conversations.history({ ...where, ...asked, limit, ...(cursor ? { cursor } : {}) })
      pages.push(page.messages?.map(({ text }) => text) ?? [])
      cursor = page.response_metadata?.next_cursor
      expect(page.has_more).toBe(Boolean(cursor))
    } while (cursor)
    expect(pages.flat()).toEqual(expected)
    expect(pages.length).toBe(Math.max(1, Math.ceil(expected.length / limit)))
  }
})

it("answers in threads", async () => {
  const parent = await client.chat.postMessage({ channel: alerts, text: "card" })
  const reply = await client.chat.postMessage({ channel: alerts, text: "news", thread_ts: parent.ts ?? "" })
  const thread = await client.conversations.replies({ channel: alerts, ts: parent.ts ?? "" })
  expect(thread.messages?.map((message) => message.ts)).toEqual([parent.ts, reply.ts])
  expect(thread.messages?.[1]).toMatchObject({ thread_ts: parent.ts })
})

it("opens one direct conversation a person, and none with a deactivated account", async () => {
  const opened = await client.conversations.open({ users: ada })
  const posted = await client.chat.postMessage({ channel: ada, text: "for you" })
  expect(posted.channel).toBe(opened.channel?.id)
  expect((await workspace.person(ada).messages(posted.channel ?? "")).at(-1)?.["text"]).toBe("for you")
  await expect(client.conversations.open({ users: "U0GONE" })).rejects.toMatchObject({
    data: { error: "user_disabled" }
  })
})

it("fails to order", async () => {
  workspace.failNext("chat.postMessage", { error: "channel_not_found" })
  await expect(client.chat.postMessage({ channel: alerts, text: "x" })).rejects.toMatchObject({
    data: { error: "channel_not_found" }
  })
  workspace.failNext("chat.postMessage", { status: 503 })
  await expect(client.chat.postMessage({ channel: alerts, text: "x" })).rejects.toThrow("503")
  await expect(client.chat.postMessage({ channel: alerts, text: "x" })).resolves.toMatchObject({ ok: true })
})

it("refuses a modal that Slack would not take, and one without a trigger", async () => {
  const view = { type: "modal" as const, title: { type: "plain_text" as const, text: "Hello" }, blocks: [] }
  const refusal = (changed: object) =>
    client.views.open({ trigger_id: "made-up", view: { ...view, ...changed } }).catch((cause) => cause.data.error)
  expect(await refusal({})).toBe("invalid_trigger_id")
  expect(await refusal({ title: { type: "plain_text", text: "x".repeat(25) } })).toBe("invalid_arguments")
})

it("tells listeners what changed", async () => {
  const changes: Array<unknown> = []
  const stop = workspace.onChange((change) => changes.push(change))
  await client.chat.postMessage({ channel: alerts, text: "x" })
  await client.conversations.open({ users: "U0BEN" })
  await client.conversations.open({ users: "U0BEN" })
  stop()
  await client.chat.postMessage({ channel: alerts, text: "y" })
  const opened = { kind: "messages", channel: expect.stringMatching(/^D/) }
  expect(changes).toEqual([{ kind: "messages", channel: alerts }, opened])
})
