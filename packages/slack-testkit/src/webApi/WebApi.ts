/** The Web API: the emulator's answers with lasting ids, what it lacks, and every change recorded first. */

import type { ChangingCall } from "../app/eventsOf.ts"
import { checkMessage } from "../blockKit/checkMessage.ts"
import { refusalOf } from "../blockKit/Problem.ts"
import type { WorkspaceClock } from "../clock.ts"
import { Aliases } from "../emulator/Aliases.ts"
import { type Emulator, owner } from "../emulator/Emulator.ts"
import { isObject, type JsonObject, objectsOf, parsed, textOr } from "../json.ts"
import type { Member } from "../members.ts"
import type { AppIdentity, UserGroup } from "../options.ts"
import type { CallRecord, RecordedCall } from "../record/CallRecord.ts"
import type { Timestamps } from "../Timestamps.ts"
import { withBlockIds } from "../views/blockIds.ts"
import type { Views } from "../views/Views.ts"
import { answerAboutApp } from "./aboutApp.ts"
import { answerAboutGroups, answerAboutUsers } from "./aboutPeople.ts"
import { pageOfHistory } from "./history.ts"
import { changing, isThere, messageMethods, scheduling } from "./methods.ts"
import { ScheduledMessages } from "./ScheduledMessages.ts"

export type ChannelChanged = (channel: string, happened: ChangingCall) => void

export class WebApi {
  readonly aliases: Aliases
  /** Timestamp of the newest message of each conversation. */
  readonly latest = new Map<string, string>()
  /** Channels that the emulator brings and nobody asked for. */
  readonly hidden = new Set<string>()
  readonly #emulator: Emulator
  readonly #record: CallRecord
  readonly #views: Views
  readonly #members: ReadonlyArray<Member>
  readonly #app: AppIdentity
  readonly #userGroups: ReadonlyArray<UserGroup>
  readonly #scheduled: ScheduledMessages
  readonly #teamDomain: string
  readonly #changed: ChannelChanged
  /** Answers about who is in which conversation: asked for at every look at the workspace, and seldom another. */
  readonly #lists = new Map<string, JsonObject>()
  #inOrder: Promise<unknown> = Promise.resolve()

  constructor(parts: {
    readonly emulator: Emulator
    readonly record: CallRecord
    readonly views: Views
    readonly members: ReadonlyArray<Member>
    readonly app: AppIdentity
    readonly userGroups: ReadonlyArray<UserGroup>
    readonly timestamps: Timestamps
    readonly clock: WorkspaceClock
    readonly closing: AbortSignal
    readonly teamDomain: string
    readonly changed: ChannelChanged
  }) {
    this.#emulator = parts.emulator
    this.#record = parts.record
    this.#views = parts.views
    this.#members = parts.members
    this.#app = parts.app
    this.#userGroups = parts.userGroups
    this.#teamDomain = parts.teamDomain
    this.#changed = parts.changed
    this.#scheduled = new ScheduledMessages(parts.clock, parts.closing, (by, params) =>
      this.call(by, "chat.postMessage", params)
    )
    this.aliases = new Aliases(parts.timestamps)
  }

  /** Plays back what earlier runs recorded; ids and timestamps come out as they were. */
  async replay(): Promise<void> {
    for (const [index, call] of this.#record.earlier.entries()) {
      const { answer } = await this.#carryOut(call, call.made)
      if (answer["ok"] !== true) {
        throw new Error(
          `Call ${index + 1} of the record (${call.method}) is refused now: ${textOr(answer["error"], "no reason")}. ` +
            "The record belongs to a workspace with other members or channels; move it away to start afresh."
        )
      }
    }
  }

  /** A call by the app's bot user or a member. One after another: the record keeps the order they happened in. */
  call(by: string, method: string, params: JsonObject): Promise<JsonObject> {
    const answer = this.#inOrder.then(() => this.#answer(by, method, params))
    this.#inOrder = answer.catch(() => undefined)
    return answer
  }

  async #answer(by: string, method: string, params: JsonObject): Promise<JsonObject> {
    if (!isThere(method)) return { ok: false, error: "unknown_method", req_method: method }
    const unfit = messageMethods.has(method) ? refusalOf(checkMessage(params, method)) : undefined
    if (unfit !== undefined) return unfit
    const own =
      this.#views.answer(method, params) ??
      answerAboutUsers(this.#members, method, params, by) ??
      answerAboutApp(this.#app, method, params) ??
      answerAboutGroups(this.#userGroups, method, params) ??
      (scheduling.has(method)
        ? this.#scheduled.answer(by, method, params, await this.#known(by, params["channel"]))
        : undefined)
    if (own !== undefined) return own
    if (method === "conversations.history" || method === "conversations.replies") {
      return pageOfHistory(method, params, (asked) => this.#carryOut({ by, method, params: asked }))
    }
    if (method === "conversations.members") return withoutOwner(await this.#carryOut({ by, method, params }))
    if (method === "conversations.list") return this.#list(by, params, () => true)
    if (method === "users.conversations") return this.#list(by, params, isIn)
    if (method === "chat.getPermalink") return this.#permalink(by, params)
    if (!changing.has(method)) return (await this.#carryOut({ by, method, params })).answer

    const refusal = this.#refusesPerson(method, params)
    if (refusal !== undefined) return { ok: false, error: refusal }
    const call = { by, method, params: this.#asPosted(by, method, params) }
    const { answer, made } = await this.#carryOut(call)
    // Opening a conversation that is there already changes nothing: listeners that open one would never rest.
    const isNoChange = method === "conversations.open" && made.channels.length === 0
    if (answer["ok"] !== true || isNoChange) return answer
    await this.#record.append({ ...call, made })
    this.#changed(channelOf(answer, params), { by, method, params, answer })
    return answer
  }

  async #carryOut(call: Omit<RecordedCall, "made">, remembered?: RecordedCall["made"]) {
    const answer = await this.#emulator.call(call.by, call.method, this.aliases.inwards(call.params))
    const translated = this.aliases.outwards(answer, remembered)
    if (!leavesConversationsAsTheyAre(call)) this.#lists.clear()
    const [ts] = translated.made.timestamps
    if (call.method === "chat.postMessage" && ts !== undefined) {
      this.latest.set(textOr(translated.answer["channel"], ""), ts)
    }
    return translated
  }

  /** Only the workspace's own conversations: the emulator brings channels that nobody asked for. */
  async #list(by: string, params: JsonObject, isWanted: (channel: JsonObject) => boolean): Promise<JsonObject> {
    const asked = { ...params, limit: 1000, cursor: "" }
    const key = JSON.stringify([by, asked])
    const answer =
      this.#lists.get(key) ?? (await this.#carryOut({ by, method: "conversations.list", params: asked })).answer
    this.#lists.set(key, answer)
    if (answer["ok"] !== true) return answer
    const known = objectsOf(answer["channels"])
      .filter((channel) => !this.hidden.has(textOr(channel["id"], "")))
      .filter(isWanted)
    return { ok: true, channels: known, response_metadata: { next_cursor: "" } }
  }

  /** The emulator's link holds its own timestamp. */
  async #permalink(by: string, params: JsonObject): Promise<JsonObject> {
    const { answer } = await this.#carryOut({ by, method: "chat.getPermalink", params })
    if (answer["ok"] !== true) return answer
    const place = `${textOr(params["channel"], "")}/p${textOr(params["message_ts"], "").replace(".", "")}`
    return { ...answer, permalink: `https://${this.#teamDomain}.slack.com/archives/${place}` }
  }

  /** The id of a conversation the caller may look into. */
  async #known(by: string, channel: unknown): Promise<string | undefined> {
    if (channel === undefined) return undefined
    const { answer } = await this.#carryOut({ by, method: "conversations.info", params: { channel } })
    return isObject(answer["channel"]) ? textOr(answer["channel"]["id"], "") : undefined
  }

  #asPosted(by: string, method: string, params: JsonObject): JsonObject {
    const blocks = parsed(params["blocks"])
    return {
      ...params,
      ...(Array.isArray(blocks) ? { blocks: withBlockIds(blocks) } : {}),
      ...(method === "chat.postMessage" && by === this.#app.botUserId
        ? { bot_id: this.#app.botId, app_id: this.#app.id }
        : {})
    }
  }

  /** The emulator knows no deactivated accounts and lets bots write to bots. */
  #refusesPerson(method: string, params: JsonObject): string | undefined {
    const asked = method === "conversations.open" ? params["users"] : params["channel"]
    const member = this.#members.find((candidate) => candidate.id === asked)
    if (member?.deleted) return method === "conversations.open" ? "user_disabled" : "channel_not_found"
    return member?.kind === "bot" ? "cannot_dm_bot" : undefined
  }
}

const isIn = (channel: JsonObject): boolean => channel["is_im"] === true || channel["is_member"] === true

const untouching = new Set([
  "chat.delete",
  "chat.update",
  "conversations.history",
  "conversations.info",
  "conversations.list",
  "conversations.members",
  "conversations.replies"
])

/** A message to a person, not to a channel, may open a conversation with them. */
const leavesConversationsAsTheyAre = ({ method, params }: Pick<RecordedCall, "method" | "params">): boolean =>
  untouching.has(method) || (method === "chat.postMessage" && /^[CDG]/.test(textOr(params["channel"], "")))

const channelOf = (answer: JsonObject, params: JsonObject): string => {
  const { channel } = answer
  return isObject(channel) ? textOr(channel["id"], "") : textOr(channel, textOr(params["channel"], ""))
}

const withoutOwner = ({ answer }: { readonly answer: JsonObject }): JsonObject =>
  Array.isArray(answer["members"])
    ? { ...answer, members: answer["members"].filter((member) => member !== owner) }
    : answer
