/** The Bolt app and the way Slack reaches it. */
import { backoff, type Incidents } from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { App, type AuthorizeResult, LogLevel } from "@slack/bolt"
import { Effect, Redacted, Result, type Scope } from "effect"
import { type SlackListener, slackReceiver } from "./http/slackReceiver.ts"
import { keepConnected } from "./slack/keepConnected.ts"
import type { Installation } from "./slack/OurInstallation.ts"
import { ofOurs, onlyOurs } from "./slack/onlyOurs.ts"
import { onceOnly } from "./slack/repeats.ts"
import { SlackApi, type SlackFailed, webClientOptions } from "./slack/SlackApi.ts"
import { isOurAccess } from "./slack/slackFaults.ts"
import { socketOpening } from "./slack/socketOpening.ts"
import { socketReceiver } from "./slack/socketReceiver.ts"

/** Who the bot is, once Slack has said so: for Bolt to pass over what the bot itself did. */
type Self = Pick<AuthorizeResult, "botId" | "botUserId">

const appOptions = (slack: BotConfiguration["slack"], self: Self) => ({
  // Given the token alone Bolt takes nothing until Slack has told it who it is: what came meanwhile would fail.
  authorize: async () => ({ botToken: Redacted.value(slack.botToken), ...self }),
  logLevel: LogLevel.ERROR,
  clientOptions: webClientOptions(slack),
  // Bolt's memory of conversations, which we do not use: at each request it makes an error, and keeps what it is given.
  convoStore: false as const
})

interface SlackApp {
  readonly app: App
  /** Takes Slack's HTTP requests; absent in Socket Mode. */
  readonly listener?: SlackListener
  /** Begins to receive, once the listeners are in place; fails only when Slack refuses our token. */
  readonly open: Effect.Effect<void, SlackFailed, Incidents | Scope.Scope | SlackApi>
}

const whoAmI = Effect.fnUntraced(function* (self: Self) {
  const slack = yield* SlackApi
  const { bot_id, user_id } = yield* slack.call("auth.test", (client) => client.auth.test())
  if (bot_id !== undefined) self.botId = bot_id
  if (user_id !== undefined) self.botUserId = user_id
})

const tryAgain = <R>(once: Effect.Effect<void, SlackFailed, R>, failures: number): Effect.Effect<void, never, R> =>
  Effect.flatMap(backoff(failures), Effect.sleep).pipe(
    Effect.andThen(once),
    Effect.andThen(Effect.logInfo("Slack answers.")),
    Effect.catch((failed) =>
      Effect.andThen(Effect.logWarning(`Slack does not answer yet. ${failed.message}`), tryAgain(once, failures + 1))
    )
  )

const whileAway = Effect.fnUntraced(function* <R>(once: Effect.Effect<void, SlackFailed, R>) {
  const first = yield* Effect.result(once)
  if (Result.isSuccess(first)) return
  if (isOurAccess(first.failure.reason)) return yield* first.failure
  yield* Effect.logWarning(
    `Slack does not answer: notifications are kept, and told once it does. ${first.failure.message}`
  )
  yield* Effect.forkScoped(tryAgain(once, 1))
})

/** Whose payloads are taken, and where it is counted that one is not. */
interface Taking {
  readonly ours: () => Installation | undefined
  readonly refused: (why: string) => void
}

const httpApp = (slack: BotConfiguration["slack"], { ours, refused }: Taking): SlackApp => {
  const receiver = slackReceiver(ours, refused)
  const self: Self = {}
  const app = new App({ ...appOptions(slack, self), receiver })
  // Not a middleware: before Bolt runs one it has authorised the request, and for some acknowledged it.
  app.processEvent = ofOurs(onceOnly(app.processEvent.bind(app)), ours, refused)
  return { app, listener: receiver.listener, open: whileAway(whoAmI(self)) }
}

const socketApp = (slack: BotConfiguration["slack"], appToken: string, { ours, refused }: Taking): SlackApp => {
  const self: Self = {}
  const receiver = socketReceiver()
  const app = new App({ ...appOptions(slack, self), receiver })
  app.processEvent = onlyOurs(onceOnly(app.processEvent.bind(app)), ours, refused)
  const opening = socketOpening(slack, appToken, receiver.receive)
  /** Bolt takes nothing before it knows who the bot is. */
  const known = Effect.suspend(() => (self.botUserId === undefined ? whoAmI(self) : Effect.void))
  return { app, open: keepConnected(Effect.andThen(known, opening)) }
}

export const slackApp = (slack: BotConfiguration["slack"], taking: Taking): SlackApp =>
  slack.mode._tag === "Http" ? httpApp(slack, taking) : socketApp(slack, Redacted.value(slack.mode.appToken), taking)
