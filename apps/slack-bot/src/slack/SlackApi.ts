import { WebClient, type WebClientOptions } from "@slack/web-api"
import { Context, Effect, Layer, Schema } from "effect"
import type { BotConfiguration } from "../configuration/BotConfiguration.ts"

/** Slack did not do what we asked, or we do not know whether it did. */
export class SlackFailed extends Schema.TaggedError<SlackFailed>()("SlackFailed", {
  method: Schema.String,
  /** Slack's error code, such as `channel_not_found`, or the kind of fault. */
  reason: Schema.String
}) {
  override get message() {
    return `Slack did not accept ${this.method}: ${this.reason}.`
  }
}

const reasonOf = (cause: unknown): string => {
  const data = (cause as { readonly data?: { readonly error?: unknown } })?.data
  if (typeof data?.error === "string") return data.error
  return cause instanceof Error ? cause.message : String(cause)
}

/**
 * No retries inside the client: a post whose answer was lost may have arrived, so it is looked for before it is
 * posted again. Rate-limited calls come back at once and the sweep takes them up.
 */
export const webClientOptions = (slack: BotConfiguration["slack"]): WebClientOptions => ({
  ...(slack.apiUrl === undefined ? {} : { slackApiUrl: slack.apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000
})

/** Slack's Web API with the bot's token. */
export class SlackApi extends Context.Service<
  SlackApi,
  {
    readonly client: WebClient
    readonly call: <A>(method: string, call: (client: WebClient) => Promise<A>) => Effect.Effect<A, SlackFailed>
  }
>()("@safe-return/slack-bot/SlackApi") {
  static readonly layer = (slack: BotConfiguration["slack"]) =>
    Layer.sync(SlackApi, () => {
      const client = new WebClient(slack.botToken, webClientOptions(slack))
      return {
        client,
        call: (method, call) =>
          Effect.tryPromise({
            try: () => call(client),
            catch: (cause) => new SlackFailed({ method, reason: reasonOf(cause) })
          })
      }
    })
}
