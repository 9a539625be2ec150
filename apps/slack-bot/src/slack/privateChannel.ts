import { Effect, Schema } from "effect"
import { SlackApi } from "./SlackApi.ts"

/** The missing channel is open to people who must not see it, or cannot be read. The bot does not start. */
export class ChannelNotPrivate extends Schema.TaggedError<ChannelNotPrivate>()("ChannelNotPrivate", {
  channel: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `The missing channel ${this.channel} ${this.reason}. Make a private channel of this workspace only, invite the bot, and set its id as the missing channel.`
  }
}

/** Case references of missing children go to a private channel of one workspace, or nowhere. */
export const requirePrivateChannel = Effect.fn("requirePrivateChannel")(function* (channel: string) {
  const slack = yield* SlackApi
  const refuse = (reason: string) => new ChannelNotPrivate({ channel, reason })
  const { channel: info } = yield* slack
    .call("conversations.info", (client) => client.conversations.info({ channel }))
    .pipe(Effect.mapError((failed) => refuse(`cannot be read by the bot (${failed.reason})`)))
  if (info?.is_private !== true) return yield* refuse("is public")
  if (info.is_ext_shared === true || info.is_org_shared === true) {
    return yield* refuse("is shared with another organisation")
  }
})
