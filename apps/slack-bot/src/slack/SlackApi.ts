import { definedFields } from "@safe-return/domain/definedFields"
import { ClockCheck, monotonicMillis } from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { LogLevel, WebClient, type WebClientOptions } from "@slack/web-api"
import { Clock, Context, Duration, Effect, Layer, Option, Redacted, Schema } from "effect"
import { isWholeAnswerTo } from "./answerForms.ts"
import { laneOf, makeRates, type Rates } from "./rates.ts"
import { reasonOf, waitAskedFor } from "./reason.ts"
import { type SeeDate, slackFetch } from "./slackFetch.ts"
import { TablesTaken } from "./TablesTaken.ts"

/** Slack did not do what we asked, or we do not know whether it did. */
export class SlackFailed extends Schema.TaggedError<SlackFailed>()("SlackFailed", {
  method: Schema.String,
  /** Slack's error code, such as `channel_not_found`, or the kind of fault, such as `http_503` or `ECONNREFUSED`. */
  reason: Schema.String,
  /** How long Slack asks to be left alone with this. */
  retryAfterSeconds: Schema.optionalKey(Schema.Number)
}) {
  override get message() {
    return `Slack did not accept ${this.method}: ${this.reason}.`
  }
}

/** How long an answer may take, from the request to its last byte. */
const ANSWER_WITHIN = Duration.seconds(10)

/** No retries inside the client: a post whose answer was lost is looked for before it is posted again. */
export const webClientOptions = (
  slack: BotConfiguration["slack"],
  seeDate?: SeeDate,
  answerWithin = ANSWER_WITHIN
): WebClientOptions => ({
  fetch: slackFetch(seeDate),
  ...definedFields({ slackApiUrl: slack.apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // The caller reports a call that fails, with what it was for.
  logLevel: LogLevel.ERROR,
  timeout: Duration.toMillis(answerWithin)
})

/** Slack's Web API with the bot's token. */
export class SlackApi extends Context.Service<
  SlackApi,
  {
    readonly client: WebClient
    /** Calls Slack and counts the call, by channel for a message; fails at once while Slack asks to be left alone. */
    readonly call: <A>(
      method: string,
      call: (client: WebClient) => Promise<A>,
      channel?: string
    ) => Effect.Effect<A, SlackFailed>
    /** Whether the workspace takes tables in messages. */
    readonly tables: TablesTaken
    /** What has been called lately, and what may be called when. */
    readonly rates: Pick<Rates, "freeFrom" | "atOnce" | "nextEnd">
  }
>()("@safe-return/slack-bot/SlackApi") {
  static readonly layer = (slack: BotConfiguration["slack"], answerWithin?: Duration.Duration) =>
    Layer.effect(
      SlackApi,
      Effect.gen(function* () {
        /** Absent where the workspace is not Slack's own: its time is its own, too. */
        const check = slack.rateLimits === "off" ? Option.none() : yield* Effect.serviceOption(ClockCheck)
        let date: number | undefined
        const client = new WebClient(
          Redacted.value(slack.botToken),
          webClientOptions(
            slack,
            (seen) => {
              date = seen
            },
            answerWithin
          )
        )
        const compare = Effect.fnUntraced(function* (theirs: number | undefined) {
          if (Option.isNone(check) || theirs === undefined || Number.isNaN(theirs)) return
          yield* check.value.see("Slack", (yield* Clock.currentTimeMillis) - theirs)
        })
        /** By the answer's date, and a message's own time: each is Slack's. */
        const compareAnswer = (answer: unknown, isMessage: boolean) =>
          Effect.suspend(() => {
            const seen = date
            date = undefined
            const { ts } = (answer ?? {}) as { readonly ts?: unknown }
            return compare(isMessage && typeof ts === "string" ? Number(ts) * 1_000 : seen)
          })
        const rates = makeRates(slack.rateLimits ?? "slack")

        const call = Effect.fn("SlackApi.call")(function* <A>(
          method: string,
          ask: (client: WebClient) => Promise<A>,
          channel?: string
        ) {
          const lane = laneOf(method, channel)
          const left = rates.closedUntil(lane) - (yield* monotonicMillis)
          if (left > 0)
            return yield* new SlackFailed({ method, reason: "ratelimited", retryAfterSeconds: left / 1_000 })
          rates.begin(lane)
          const asked = Effect.tryPromise({
            try: () => ask(client),
            catch: (cause) => new SlackFailed({ method, reason: reasonOf(cause), ...waitAskedFor(cause) })
          }).pipe(
            Effect.filterOrFail(
              (answer) => isWholeAnswerTo(method, answer),
              () => new SlackFailed({ method, reason: "answer without what was asked for" })
            )
          )
          const ended = Effect.map(monotonicMillis, (now) => rates.end(lane, now))
          return yield* asked.pipe(
            Effect.tapError(({ retryAfterSeconds }) =>
              retryAfterSeconds === undefined
                ? Effect.void
                : Effect.map(monotonicMillis, (now) => rates.close(lane, now + retryAfterSeconds * 1_000))
            ),
            Effect.tap((answer) => compareAnswer(answer, method === "chat.postMessage")),
            Effect.tapError(() => compareAnswer(undefined, false)),
            Effect.ensuring(ended)
          )
        })

        return { client, call, rates, tables: new TablesTaken(slack.tables === "off") }
      })
    )
}
