import { Effect, Option, Schema } from "effect"
import { SlackApi, type SlackFailed } from "./SlackApi.ts"
import { isOurAccess } from "./slackFaults.ts"

/** The missing channel is open to people who must not see it, or cannot be read. The bot does not start. */
export class ChannelNotPrivate extends Schema.TaggedError<ChannelNotPrivate>()("ChannelNotPrivate", {
  channel: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `The missing channel ${this.channel} ${this.reason}. Make a private channel of this workspace only, invite the bot, and set its id as the missing channel.`
  }
}

/** Slack's word that the bot cannot see the channel, which is not a fault that passes; it may read private ones only. */
const unreadable: Readonly<Record<string, string>> = {
  channel_not_found: "cannot be seen by the bot: it was removed from it, or the channel is gone",
  missing_scope: "is public, or the bot may not read it",
  access_denied: "may not be read by the bot"
}

/** Slack's word on a channel, or why the bot cannot read it. */
const lookAt = Effect.fn("lookAt")(function* (channel: string) {
  const slack = yield* SlackApi
  return yield* slack
    .call("conversations.info", (client) => client.conversations.info({ channel }))
    .pipe(
      Effect.catchIf(
        ({ reason }) => reason in unreadable,
        ({ reason }) => Effect.succeed(String(unreadable[reason]))
      )
    )
})

const openTo = (answer: Effect.Success<ReturnType<typeof lookAt>>): Option.Option<string> => {
  if (typeof answer === "string") return Option.some(answer)
  const { channel: info } = answer
  if (info?.is_private !== true) return Option.some("is public")
  return info.is_ext_shared === true || info.is_org_shared === true
    ? Option.some("is shared with another organisation")
    : Option.none()
}

/** Why case references may not be posted to a channel now; none when it is private to this workspace. */
const whyNotPrivate = (channel: string) => Effect.map(lookAt(channel), openTo)

export const ARCHIVED = "is archived"

/** Why nothing can or may be posted to a channel now. */
export const whyNotPosting = (channel: string): Effect.Effect<Option.Option<string>, SlackFailed, SlackApi> =>
  Effect.map(lookAt(channel), (answer) =>
    typeof answer !== "string" && answer.channel?.is_archived === true ? Option.some(ARCHIVED) : openTo(answer)
  )

/** Case references go to a private channel of one workspace; until Slack confirms it, nothing is posted. */
export const requirePrivateChannel = Effect.fn("requirePrivateChannel")(function* (channel: string) {
  const why = yield* Effect.catch(whyNotPrivate(channel), ({ reason }) =>
    Effect.succeed(isOurAccess(reason) ? Option.some(`cannot be read by the bot (${reason})`) : Option.none())
  )
  if (Option.isSome(why)) return yield* new ChannelNotPrivate({ channel, reason: why.value })
})
