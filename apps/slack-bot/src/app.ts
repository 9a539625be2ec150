/** The Bolt app and the way Slack reaches it. */
import type { RequestListener } from "node:http"
import { App, HTTPReceiver, LogLevel } from "@slack/bolt"
import { Effect, type Scope } from "effect"
import type { BotConfiguration } from "./configuration/BotConfiguration.ts"
import { SlackApi, type SlackFailed, webClientOptions } from "./slack/SlackApi.ts"

const appOptions = (slack: BotConfiguration["slack"]) => ({
  token: slack.botToken,
  logLevel: LogLevel.ERROR,
  clientOptions: webClientOptions(slack),
  // By itself Bolt asks Slack who it is without waiting for the answer; a lost one would end the process.
  deferInitialization: true
})

export interface SlackApp {
  readonly app: App
  /** Takes Slack's HTTP requests; absent in Socket Mode. */
  readonly listener?: RequestListener
  /** Begins to receive, once the listeners are in place; what it opened closes with the scope. Fails if Slack is away. */
  readonly open: Effect.Effect<void, SlackFailed, Scope.Scope | SlackApi>
}

const whoAmI = (app: App) => Effect.flatMap(SlackApi, (slack) => slack.call("auth.test", () => app.init()))

const httpApp = (slack: BotConfiguration["slack"]): SlackApp => {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const app = new App({ ...appOptions(slack), receiver })
  return { app, listener: receiver.requestListener, open: whoAmI(app) }
}

const socketApp = (slack: BotConfiguration["slack"], appToken: string): SlackApp => {
  const app = new App({ ...appOptions(slack), appToken, socketMode: true })
  return {
    app,
    open: Effect.acquireRelease(
      Effect.andThen(
        whoAmI(app),
        Effect.promise(() => app.start())
      ),
      () => Effect.promise(() => app.stop())
    )
  }
}

export const slackApp = (slack: BotConfiguration["slack"]): SlackApp =>
  slack.mode._tag === "Http" ? httpApp(slack) : socketApp(slack, slack.mode.appToken)
