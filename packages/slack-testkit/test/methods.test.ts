import type { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace, type WorkspaceClock } from "../src/index.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let now: number
const clock: WorkspaceClock = { now: () => now, sleep: () => new Promise((resolve) => setImmediate(resolve)) }
let workspace: SlackWorkspace
let client: WebClient
const general = "C0GENERAL"

beforeEach(async () => {
  now = 1_800_000_000_000
  workspace = await startSlackWorkspace(options({ clock }))
  client = quietClient(workspace.slackApiUrl)
})
afterEach(() => workspace.close())

const refusal = (call: Promise<unknown>) => call.then(() => "ok").catch((cause) => cause.data.error)

it("lists user groups and who is in them", async () => {
  const { usergroups } = await client.usergroups.list({ include_users: true })
  expect(usergroups).toMatchObject([{ id: "S0MANAGERS", handle: "managers", user_count: 2, users: [ada, "U0BEN"] }])
  expect((await client.usergroups.list({ include_disabled: true })).usergroups).toHaveLength(2)
  expect((await client.usergroups.users.list({ usergroup: "S0MANAGERS" })).users).toEqual([ada, "U0BEN"])
  expect(await refusal(client.usergroups.users.list({ usergroup: "S0OLD" }))).toBe("no_such_subteam")
})

it("knows people by id, by address and by their profile", async () => {
  const found = await client.users.lookupByEmail({ email: "Ada@example.com" })
  expect(found.user).toMatchObject({ id: ada, team_id: "T000000001", is_restricted: false, is_bot: false })
  expect(await refusal(client.users.lookupByEmail({ email: "nobody@example.com" }))).toBe("users_not_found")
  expect((await client.users.profile.get({ user: ada })).profile).toMatchObject({ real_name: "Ada Test" })
  expect(await refusal(client.users.profile.get({ user: "U0NOBODY" }))).toBe("user_not_found")
  const listed = (await client.users.list({})).members ?? []
  expect(listed.map(({ id }) => id)).toEqual(["U0BOT", ada, "U0BEN", "U0GUEST", "U0GONE"])
})

it("knows the workspace and the app's bot", async () => {
  expect((await client.team.info()).team).toMatchObject({ id: "T000000001", name: "Testkit", domain: "testkit" })
  expect((await client.bots.info({ bot: "B0APP" })).bot).toMatchObject({
    id: "B0APP",
    app_id: "A0APP",
    user_id: "U0BOT"
  })
  expect(await refusal(client.bots.info({ bot: "B0OTHER" }))).toBe("bot_not_found")
  expect(await client.auth.test()).toMatchObject({ team_id: "T000000001", bot_id: "B0APP" })
})

it("lists the conversations the caller is in", async () => {
  await workspace.person(ada).call("conversations.create", { name: "without-the-app" })
  const names = (channels: ReadonlyArray<{ name?: string }> | undefined) => channels?.map(({ name }) => name).toSorted()
  const types = "public_channel,private_channel"
  expect(names((await client.conversations.list({ types })).channels)).toEqual(["alerts", "general", "without-the-app"])
  expect(names((await client.users.conversations({ types })).channels)).toEqual(["alerts", "general"])
})

it("lists every conversation as it stands, however often it was listed before", async () => {
  const { channel: direct } = await client.conversations.open({ users: ada })
  const { channel: made } = await client.conversations.create({ name: "new" })
  const [closed, id] = [direct?.id ?? "", made?.id ?? ""]
  const changes: ReadonlyArray<() => Promise<unknown>> = [
    () => client.conversations.create({ name: "another" }),
    () => client.conversations.rename({ channel: id, name: "renamed" }),
    () => client.conversations.setTopic({ channel: id, topic: "a topic" }),
    () => client.conversations.invite({ channel: id, users: "U0BEN" }),
    async () => {
      const { ts = "" } = await client.chat.postMessage({ channel: id, text: "x" })
      await client.conversations.mark({ channel: id, ts })
    },
    () => client.conversations.close({ channel: closed }),
    () => client.chat.postMessage({ channel: ada, text: "This opens it again." }),
    () => client.conversations.archive({ channel: id })
  ]
  for (const change of changes) {
    await change()
    const { channels = [] } = await client.conversations.list({ types: "public_channel,private_channel,im" })
    expect(channels.map((channel) => channel.id)).toEqual(expect.arrayContaining([id, closed]))
    for (const channel of channels) {
      expect((await client.conversations.info({ channel: channel.id ?? "" })).channel).toEqual(channel)
    }
  }
})

it("makes a channel, names it, sets its topic and purpose, archives it and brings it back", async () => {
  const { channel } = await client.conversations.create({ name: "new" })
  const id = channel?.id ?? ""
  await client.conversations.rename({ channel: id, name: "newer" })
  await client.conversations.setTopic({ channel: id, topic: "a topic" })
  await client.conversations.setPurpose({ channel: id, purpose: "a purpose" })
  const info = async () => (await client.conversations.info({ channel: id })).channel
  expect(await info()).toMatchObject({ name: "newer", topic: { value: "a topic" }, purpose: { value: "a purpose" } })
  await client.conversations.archive({ channel: id })
  expect(await info()).toMatchObject({ is_archived: true })
  expect(await refusal(client.chat.postMessage({ channel: id, text: "x" }))).toBe("is_archived")
  await client.conversations.unarchive({ channel: id })
  expect(await info()).toMatchObject({ is_archived: false })
})

it("invites, joins, leaves and removes", async () => {
  const members = async () => (await client.conversations.members({ channel: alerts })).members
  await client.conversations.invite({ channel: alerts, users: "U0BEN" })
  expect(await members()).toContain("U0BEN")
  await client.conversations.kick({ channel: alerts, user: "U0BEN" })
  expect(await members()).not.toContain("U0BEN")
  await workspace.person(ada).call("conversations.create", { name: "open" })
  const open = (await client.conversations.list({})).channels?.find(({ name }) => name === "open")?.id ?? ""
  await client.conversations.join({ channel: open })
  expect((await client.conversations.info({ channel: open })).channel).toMatchObject({ is_member: true })
  await client.conversations.leave({ channel: open })
  expect((await client.conversations.info({ channel: open })).channel).toMatchObject({ is_member: false })
})

it("marks a conversation as read and closes a direct one", async () => {
  const { ts = "" } = await client.chat.postMessage({ channel: general, text: "x" })
  expect(await client.conversations.mark({ channel: general, ts })).toMatchObject({ ok: true })
  const { channel } = await client.conversations.open({ users: ada })
  expect(await client.conversations.close({ channel: channel?.id ?? "" })).toMatchObject({ ok: true })
})

it("deletes a message, says one of itself, links to one", async () => {
  const { ts = "" } = await client.chat.postMessage({ channel: alerts, text: "x" })
  const link = await client.chat.getPermalink({ channel: alerts, message_ts: ts })
  expect(link.permalink).toBe(`https://testkit.slack.com/archives/${alerts}/p${ts.replace(".", "")}`)
  await client.chat.delete({ channel: alerts, ts })
  expect(await refusal(client.chat.getPermalink({ channel: alerts, message_ts: ts }))).toBe("message_not_found")
  expect(await refusal(client.chat.delete({ channel: alerts, ts }))).toBe("message_not_found")
  await client.chat.meMessage({ channel: alerts, text: "waves" })
  expect((await workspace.person(ada).messages(alerts)).map(({ text }) => text)).toEqual(["waves"])
})

it("keeps reactions and pins", async () => {
  const { ts: timestamp = "" } = await client.chat.postMessage({ channel: alerts, text: "x" })
  const message = { channel: alerts, timestamp }
  await client.reactions.add({ ...message, name: "eyes" })
  expect(await refusal(client.reactions.add({ ...message, name: "eyes" }))).toBe("already_reacted")
  expect(await client.reactions.get(message)).toMatchObject({
    message: { ts: timestamp, reactions: [{ name: "eyes", users: ["U0BOT"], count: 1 }] }
  })
  await client.reactions.remove({ ...message, name: "eyes" })
  expect(await refusal(client.reactions.remove({ ...message, name: "eyes" }))).toBe("no_reaction")
  await client.pins.add(message)
  expect((await client.pins.list({ channel: alerts })).items).toMatchObject([{ message: { ts: timestamp } }])
  await client.pins.remove(message)
  expect((await client.pins.list({ channel: alerts })).items).toEqual([])
})

it("posts a scheduled message when the workspace's clock gets there", async () => {
  const at = 1_800_000_000 + 3600
  const schedule = (text: string, post_at = at) => client.chat.scheduleMessage({ channel: alerts, text, post_at })
  const { scheduled_message_id: id = "" } = await schedule("later")
  const never = await schedule("never")
  const listed = (await client.chat.scheduledMessages.list({ channel: alerts })).scheduled_messages
  expect(listed).toMatchObject([{ id, channel_id: alerts, post_at: at, text: "later" }, { text: "never" }])
  const cancel = { channel: alerts, scheduled_message_id: never.scheduled_message_id ?? "" }
  await client.chat.deleteScheduledMessage(cancel)
  expect(await refusal(client.chat.deleteScheduledMessage(cancel))).toBe("invalid_scheduled_message_id")
  now += 3_599_999
  await client.auth.test()
  expect(await workspace.person(ada).messages(alerts)).toEqual([])
  now += 1
  await expect.poll(() => workspace.person(ada).messages(alerts)).toMatchObject([{ text: "later", ts: `${at}.000000` }])
  expect(await refusal(schedule("past", at - 1))).toBe("time_in_past")
  expect(await refusal(schedule("far", at + 121 * 24 * 3600))).toBe("time_too_far")
  for (let count = 0; count < 30; count++) await schedule(`number ${count}`, at + 600 + count)
  expect(await refusal(schedule("one too many", at + 600))).toBe("restricted_too_many")
})

it("keeps bookmarks, and says back what it is told", async () => {
  expect(
    await client.bookmarks.add({ channel_id: alerts, title: "Guide", type: "link", link: "https://example.com" })
  ).toMatchObject({ ok: true })
  expect(await client.apiCall("api.test", { foo: "bar" })).toMatchObject({ args: { foo: "bar" } })
  expect(await refusal(client.api.test({ error: "my_error" }))).toBe("my_error")
  const listed = async () => (await client.bookmarks.list({ channel_id: alerts })).bookmarks
  const [bookmark] = (await listed()) ?? []
  await client.bookmarks.edit({ channel_id: alerts, bookmark_id: bookmark?.id ?? "", title: "New guide" })
  expect(await listed()).toMatchObject([{ title: "New guide" }])
  await client.bookmarks.remove({ channel_id: alerts, bookmark_id: bookmark?.id ?? "" })
  expect(await listed()).toEqual([])
})
