/** Which events a call that changed the workspace gives rise to, with the names an app subscribes to them by. */
import { isObject, type JsonObject, objectsOf, textOr } from "../json.ts"
import { teamId } from "../members.ts"

/** A call of a member or of the app that changed something. */
export interface ChangingCall {
  readonly by: string
  readonly method: string
  readonly params: JsonObject
  readonly answer: JsonObject
}

export interface NamedEvent {
  /** As in a manifest's `bot_events`, such as `message.channels`. */
  readonly name: string
  readonly event: JsonObject
}

export type KnownMessages = Map<string, JsonObject>

interface Nearby {
  readonly look: (method: string, params: JsonObject) => Promise<JsonObject>
  readonly nextTs: () => string
  readonly seen: KnownMessages
  readonly botUserId: string
}

interface Where {
  readonly id: string
  readonly kind: "channel" | "group" | "im" | "mpim"
  readonly info: JsonObject
  readonly appIsIn: boolean
}

const subscriptionOf = { channel: "channels", group: "groups", im: "im", mpim: "mpim" } as const

/** The conversation as the app sees it; undefined where it may not look. */
const conversationOf = async (id: string, nearby: Nearby): Promise<Where | undefined> => {
  const { channel: info } = await nearby.look("conversations.info", { channel: id })
  if (!isObject(info)) return undefined
  const isDirect = info["is_im"] === true || info["is_mpim"] === true
  const kind = info["is_im"] === true ? "im" : info["is_mpim"] === true ? "mpim" : "channel"
  const isGroup = !isDirect && info["is_private"] === true
  return { id, kind: isGroup ? "group" : kind, info, appIsIn: isDirect || info["is_member"] === true }
}

const messageNow = async (where: Where, ts: string, nearby: Nearby): Promise<JsonObject | undefined> => {
  const { messages } = await nearby.look("conversations.replies", { channel: where.id, ts })
  return objectsOf(messages).find((message) => message["ts"] === ts)
}

const keyOf = (where: Where, ts: string) => `${where.id} ${ts}`

const inPlace = (where: Where, eventTs: string) => ({ channel: where.id, channel_type: where.kind, event_ts: eventTs })

const posted = async (where: Where, ts: string, nearby: Nearby): Promise<ReadonlyArray<NamedEvent>> => {
  const message = await messageNow(where, ts, nearby)
  if (message === undefined) return []
  nearby.seen.set(keyOf(where, ts), message)
  const event = { ...message, type: "message", team: teamId, ...inPlace(where, ts) }
  const name = `message.${subscriptionOf[where.kind]}`
  const mentions = textOr(message["text"], "").includes(`<@${nearby.botUserId}>`)
  if (!mentions || message["user"] === nearby.botUserId || where.kind === "im") return [{ name, event }]
  const { channel_type: _, ...mention } = event
  return [
    { name, event },
    { name: "app_mention", event: { ...mention, type: "app_mention" } }
  ]
}

const changedOrDeleted = async (
  where: Where,
  ts: string,
  subtype: "message_changed" | "message_deleted",
  nearby: Nearby
): Promise<ReadonlyArray<NamedEvent>> => {
  const eventTs = nearby.nextTs()
  const before = nearby.seen.get(keyOf(where, ts))
  const now = subtype === "message_changed" ? await messageNow(where, ts, nearby) : undefined
  if (now === undefined) nearby.seen.delete(keyOf(where, ts))
  else nearby.seen.set(keyOf(where, ts), now)
  const event = {
    type: "message",
    subtype,
    hidden: true,
    ts: eventTs,
    ...(now === undefined ? { deleted_ts: ts } : { message: now }),
    ...(before === undefined ? {} : { previous_message: before }),
    ...inPlace(where, eventTs)
  }
  return [{ name: `message.${subscriptionOf[where.kind]}`, event }]
}

const membership = (
  type: "member_joined_channel" | "member_left_channel",
  where: Where,
  users: ReadonlyArray<string>,
  nearby: Nearby,
  inviter?: string
): ReadonlyArray<NamedEvent> =>
  users.map((user) => ({
    name: type,
    event: {
      type,
      user,
      channel: where.id,
      channel_type: where.kind === "group" ? "G" : "C",
      team: teamId,
      ...(inviter === undefined ? {} : { inviter }),
      event_ts: nearby.nextTs()
    }
  }))

/** `channel_rename` of a public channel is `group_rename` of a private one. */
const lifecycle = (where: Where, what: string, more: JsonObject, nearby: Nearby): ReadonlyArray<NamedEvent> => {
  const type = `${where.kind === "group" ? "group" : "channel"}_${what}`
  return [{ name: type, event: { type, ...more, event_ts: nearby.nextTs() } }]
}

const shortInfo = ({ id, info }: Where) => ({ id, name: info["name"], created: info["created"] })

const onMessage = async (
  type: string,
  { by, params }: ChangingCall,
  where: Where,
  nearby: Nearby
): Promise<ReadonlyArray<NamedEvent>> => {
  const ts = textOr(params["timestamp"], "")
  const item = { type: "message", channel: where.id, ts }
  const event_ts = nearby.nextTs()
  if (type.startsWith("pin")) return [{ name: type, event: { type, user: by, channel_id: where.id, item, event_ts } }]
  const author = (await messageNow(where, ts, nearby))?.["user"]
  return [{ name: type, event: { type, user: by, reaction: params["name"], item, item_user: author, event_ts } }]
}

const inConversation = (happened: ChangingCall, where: Where, nearby: Nearby): Promise<ReadonlyArray<NamedEvent>> => {
  const { by, method, params, answer } = happened
  const ts = textOr(answer["ts"], textOr(params["ts"], ""))
  switch (method) {
    case "chat.postMessage":
    case "chat.meMessage":
      return posted(where, ts, nearby)
    case "chat.update":
      return changedOrDeleted(where, ts, "message_changed", nearby)
    case "chat.delete":
      return changedOrDeleted(where, ts, "message_deleted", nearby)
    case "reactions.add":
      return onMessage("reaction_added", happened, where, nearby)
    case "reactions.remove":
      return onMessage("reaction_removed", happened, where, nearby)
    case "pins.add":
      return onMessage("pin_added", happened, where, nearby)
    case "pins.remove":
      return onMessage("pin_removed", happened, where, nearby)
    case "conversations.invite": {
      const users = textOr(params["users"], "").split(",")
      return Promise.resolve(membership("member_joined_channel", where, users, nearby, by))
    }
    case "conversations.join":
      return Promise.resolve(membership("member_joined_channel", where, [by], nearby))
    case "conversations.kick":
      return Promise.resolve(membership("member_left_channel", where, [textOr(params["user"], "")], nearby))
    case "conversations.leave":
      return Promise.resolve(membership("member_left_channel", where, [by], nearby))
    default:
      return Promise.resolve([])
  }
}

export const eventsOf = async (happened: ChangingCall, nearby: Nearby): Promise<ReadonlyArray<NamedEvent>> => {
  const { by, method, params, answer } = happened
  const made = isObject(answer["channel"]) ? answer["channel"]["id"] : answer["channel"]
  const where = await conversationOf(textOr(made, textOr(params["channel"], "")), nearby)
  if (where === undefined) return []
  switch (method) {
    case "conversations.create":
      // Nobody is told of a new private channel.
      return where.kind === "group"
        ? []
        : lifecycle(where, "created", { channel: { ...shortInfo(where), creator: by } }, nearby)
    case "conversations.rename":
      return lifecycle(where, "rename", { channel: shortInfo(where) }, nearby)
    case "conversations.archive":
      return lifecycle(where, "archive", { channel: where.id, user: by }, nearby)
    case "conversations.unarchive":
      return lifecycle(where, "unarchive", { channel: where.id, user: by }, nearby)
    default:
      return where.appIsIn ? inConversation(happened, where, nearby) : []
  }
}
