import type { App, Receiver, ReceiverEvent } from "@slack/bolt"
import type { Receive } from "./SocketConnection.ts"

/** Hands Bolt what comes by whichever connection. It opens none itself: `keepConnected` does. */
export const socketReceiver = (): Receiver & { readonly receive: Receive } => {
  let app: App | undefined
  const nothing = () => Promise.resolve()
  return {
    init: (initialised) => {
      app = initialised
    },
    start: nothing,
    stop: nothing,
    receive: async ({ payload, retry_attempt, retry_reason }, answer) => {
      const event: ReceiverEvent = {
        body: payload,
        ack: answer,
        ...(typeof retry_attempt === "number" ? { retryNum: retry_attempt } : {}),
        ...(typeof retry_reason === "string" ? { retryReason: retry_reason } : {})
      }
      await app?.processEvent(event)
    }
  }
}
