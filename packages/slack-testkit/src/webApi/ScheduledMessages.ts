/** `chat.scheduleMessage` by the workspace's clock: the emulator never posts such messages; a restart loses them. */
import { randomBytes } from "node:crypto"
import { type WorkspaceClock, waitUntil } from "../clock.ts"
import { type JsonObject, textOr } from "../json.ts"

interface Scheduled {
  readonly id: string
  readonly by: string
  readonly channel: string
  /** Epoch seconds. */
  readonly postAt: number
  readonly createdAt: number
  readonly content: JsonObject
  readonly cancel: AbortController
}

const farthestSeconds = 120 * 24 * 60 * 60
/** Slack takes 30 messages for the same five minutes of a channel. */
const mostTogether = 30
const togetherSeconds = 5 * 60

const refused = (error: string): JsonObject => ({ ok: false, error })

export class ScheduledMessages {
  readonly #waiting = new Map<string, Scheduled>()
  readonly #clock: WorkspaceClock
  readonly #closing: AbortSignal
  readonly #post: (by: string, params: JsonObject) => Promise<unknown>

  constructor(clock: WorkspaceClock, closing: AbortSignal, post: (by: string, params: JsonObject) => Promise<unknown>) {
    this.#clock = clock
    this.#closing = closing
    this.#post = post
  }

  /** Answers one of the three methods; `channel` is the one named, as it is known, or undefined. */
  answer(by: string, method: string, params: JsonObject, channel: string | undefined): JsonObject | undefined {
    switch (method) {
      case "chat.scheduleMessage":
        return channel === undefined ? refused("channel_not_found") : this.#schedule(by, channel, params)
      case "chat.scheduledMessages.list":
        return { ok: true, scheduled_messages: this.#list(by, channel), response_metadata: { next_cursor: "" } }
      case "chat.deleteScheduledMessage":
        return this.#cancel(by, textOr(params["scheduled_message_id"], ""))
      default:
        return undefined
    }
  }

  #schedule(by: string, channel: string, params: JsonObject): JsonObject {
    const { post_at: asked, ...content } = params
    const postAt = Number(asked)
    const createdAt = Math.floor(this.#clock.now() / 1000)
    if (!Number.isInteger(postAt)) return refused("invalid_time")
    if (postAt <= createdAt) return refused("time_in_past")
    if (postAt > createdAt + farthestSeconds) return refused("time_too_far")
    const together = [...this.#waiting.values()].filter(
      (other) => other.channel === channel && Math.abs(other.postAt - postAt) < togetherSeconds
    )
    if (together.length >= mostTogether) return refused("restricted_too_many")
    const id = `Q${randomBytes(5).toString("hex").toUpperCase()}`
    const scheduled: Scheduled = { id, by, channel, postAt, createdAt, content, cancel: new AbortController() }
    this.#waiting.set(id, scheduled)
    void this.#postWhenDue(scheduled)
    return { ok: true, channel, scheduled_message_id: id, post_at: postAt, message: { type: "message", ...content } }
  }

  async #postWhenDue(scheduled: Scheduled): Promise<void> {
    const signal = AbortSignal.any([this.#closing, scheduled.cancel.signal])
    if (!(await waitUntil(this.#clock, scheduled.postAt * 1000, signal))) return
    this.#waiting.delete(scheduled.id)
    await this.#post(scheduled.by, scheduled.content)
  }

  #list(by: string, channel: string | undefined): ReadonlyArray<JsonObject> {
    return [...this.#waiting.values()]
      .filter((scheduled) => scheduled.by === by && (channel === undefined || scheduled.channel === channel))
      .toSorted((one, other) => one.postAt - other.postAt)
      .map(({ id, channel: channel_id, postAt, createdAt, content }) => ({
        id,
        channel_id,
        post_at: postAt,
        date_created: createdAt,
        text: textOr(content["text"], "")
      }))
  }

  #cancel(by: string, id: string): JsonObject {
    const scheduled = this.#waiting.get(id)
    if (scheduled === undefined || scheduled.by !== by) return refused("invalid_scheduled_message_id")
    scheduled.cancel.abort()
    this.#waiting.delete(id)
    return { ok: true }
  }
}
