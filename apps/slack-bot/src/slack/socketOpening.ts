import type { BotConfiguration } from "@safe-return/settings"
import { WebClient } from "@slack/web-api"
import { Effect } from "effect"
import { SlackApi, webClientOptions } from "./SlackApi.ts"
import { openConnection, type Receive } from "./SocketConnection.ts"

/** Asks Slack for an address with the app-level token, and opens a connection there. */
export const socketOpening = (slack: BotConfiguration["slack"], appToken: string, receive: Receive) => {
  const client = new WebClient(appToken, webClientOptions(slack))
  return Effect.flatMap(SlackApi, ({ call }) =>
    call("apps.connections.open", () => client.apps.connections.open({}))
  ).pipe(Effect.flatMap(({ url }) => openConnection(String(url), receive)))
}
