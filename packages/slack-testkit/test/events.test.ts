import type { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { startAppServer } from "./fixtures/appServer.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

const subscribed = [
  "app_home_opened",
  "app_mention",
  "channel_archive",
  "channel_created",
  "channel_rename",
  "channel_unarchive",
  "member_joined_channel",
  "member_left_channel",
  "message.channels",
  "message.groups",
  "message.im",
  "message.mpim",
  "pin_added",
  "pin_removed",
  "reaction_added",
  "reaction_removed"
]
const general = "C0GENERAL"

let workspace: SlackWorkspace
let client: WebClient
let app: Awaited<ReturnType<typeof startAppServer>>
const start = async (events: ReadonlyArray<string> = subscribed) => {
  workspace = await startSlackWorkspace(options({ events }))
  client = quietClient(workspace.slackApiUrl)
  app = await startAppServer(workspace)
}

beforeEach(() => start())
afterEach(async () => {
  await workspace.close()
  await app.close()
})

/** The types of what came, once as many came as are expected. */
const come = async (...types: ReadonlyArray<string>) => {
  await expect.poll(() => app.events().map(({ type, subtype }) => subtype ?? type)).toEqual(types)
  return app.events()
}

it("tells of a message, of its change with what stood there before, and of its deletion", async () => {
  const posted = await client.chat.postMessage({ channel: alerts, text: "one" })
  await client.chat.update({ channel: alerts, ts: posted.ts ?? "", text: "two" })
  await client.chat.delete({ channel: alerts, ts: posted.ts ?? "" })
  const [said, changed, deleted] = await come("message", "message_changed", "message_deleted")
  expect(said).toMatchObject({ channel: alerts, channel_type: "group", text: "one", ts: posted.ts, bot_id: "B0APP" })
  expect(changed).toMatchObject({
    channel: alerts,
    hidden: true,
    message: { text: "two", ts: posted.ts },
    previous_message: { text: "one", ts: posted.ts }
  })
  expect(deleted).toMatchObject({ deleted_ts: posted.ts, previous_message: { text: "two" } })
  expect(app.payloads[0]).toMatchObject({
    type: "event_callback",
    api_app_id: "A0APP",
    event_id: expect.stringMatching(/^Ev/)
  })
})

it("tells of messages where the app is: in public and private channels and direct messages", async () => {
  const person = workspace.person(ada)
  await person.say(general, "public")
  await person.say(alerts, "private")
  const direct = (await client.conversations.open({ users: ada })).channel?.id ?? ""
  await person.say(direct, "direct")
  const events = await come("message", "message", "message")
  expect(events.map(({ channel_type, user }) => [channel_type, user])).toEqual([
    ["channel", ada],
    ["group", ada],
    ["im", ada]
  ])
  const together = (await client.conversations.open({ users: `${ada},U0BEN` })).channel?.id ?? ""
  await person.say(together, "together")
  await come("message", "message", "message", "message")
  expect(app.events().at(-1)).toMatchObject({ channel_type: "mpim" })
  const made = await person.call("conversations.create", { name: "elsewhere" })
  await come("message", "message", "message", "message", "channel_created")
  const { id } = made["channel"] as { id: string }
  await person.say(id, "the app is not here")
  await person.say(general, "here it is")
  expect((await come("message", "message", "message", "message", "channel_created", "message")).at(-1)).toMatchObject({
    text: "here it is"
  })
})

it("tells of a mention as such and as a message", async () => {
  await workspace.person(ada).say(general, "<@U0BOT> hello")
  const [, mention] = await come("message", "app_mention")
  expect(mention).toMatchObject({ user: ada, channel: general, text: "<@U0BOT> hello", ts: expect.any(String) })
})

it("tells who joined and left", async () => {
  await workspace.person(ada).call("conversations.invite", { channel: alerts, users: "U0BEN" })
  await workspace.person("U0BEN").call("conversations.leave", { channel: alerts })
  await workspace.person("U0GUEST").call("conversations.join", { channel: general })
  await workspace.person(ada).call("conversations.kick", { channel: alerts, user: "U0GUEST" })
  const events = await come(
    "member_joined_channel",
    "member_left_channel",
    "member_joined_channel",
    "member_left_channel"
  )
  expect(events).toMatchObject([
    { user: "U0BEN", channel: alerts, channel_type: "G", inviter: ada },
    { user: "U0BEN", channel: alerts },
    { user: "U0GUEST", channel: general, channel_type: "C" },
    { user: "U0GUEST", channel: alerts }
  ])
})

it("tells of channels made, renamed, archived and brought back", async () => {
  const { channel } = await client.conversations.create({ name: "new" })
  const id = channel?.id ?? ""
  await client.conversations.rename({ channel: id, name: "newer" })
  await client.conversations.archive({ channel: id })
  await client.conversations.unarchive({ channel: id })
  await client.conversations.create({ name: "secret", is_private: true })
  expect(await come("channel_created", "channel_rename", "channel_archive", "channel_unarchive")).toMatchObject([
    { channel: { id, name: "new", creator: "U0BOT" } },
    { channel: { id, name: "newer" } },
    { channel: id, user: "U0BOT" },
    { channel: id, user: "U0BOT" }
  ])
})

it("tells of reactions and pins", async () => {
  const { ts } = await client.chat.postMessage({ channel: alerts, text: "card" })
  const message = { channel: alerts, timestamp: ts ?? "" }
  await client.reactions.add({ ...message, name: "eyes" })
  await client.reactions.remove({ ...message, name: "eyes" })
  await client.pins.add(message)
  await client.pins.remove(message)
  const [, added] = await come("message", "reaction_added", "reaction_removed", "pin_added", "pin_removed")
  expect(added).toMatchObject({ reaction: "eyes", item: { type: "message", channel: alerts, ts }, item_user: "U0BOT" })
})

it("tells only of what the app subscribes to, and of anything else to order", async () => {
  await workspace.close()
  await app.close()
  await start(["message.im"])
  await client.chat.postMessage({ channel: general, text: "public" })
  await client.chat.postMessage({ channel: ada, text: "direct" })
  expect(await come("message")).toMatchObject([{ text: "direct" }])
  expect(await workspace.person(ada).openHome()).toMatchObject({ outcome: "dispatch_failed" })
  expect(await workspace.event({ type: "team_join", user: { id: "U0NEW" } })).toMatchObject({ outcome: "acknowledged" })
  expect((await come("message", "team_join")).at(-1)).toMatchObject({ user: { id: "U0NEW" } })
})
