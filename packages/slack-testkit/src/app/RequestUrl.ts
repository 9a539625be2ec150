/** Slack's side of an app's request URL: signed HTTP requests, answered within three seconds. */
import { type Signing, signedHeaders } from "../signing.ts"
import { answerOf, type Delivery, type Message, patienceMillis, type Retry, type SentRequest } from "./delivery.ts"

/** Events are JSON; commands are a form; interactions are a form with one field, `payload`. */
const written = ({ kind, payload }: Message): { readonly type: string; readonly body: string } =>
  kind === "events_api"
    ? { type: "application/json", body: JSON.stringify(payload) }
    : {
        type: "application/x-www-form-urlencoded",
        body: new URLSearchParams(
          kind === "slash_commands" ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) }
        ).toString()
      }

export const signedRequest = (
  message: Message,
  signing: Signing,
  secret: string,
  retry: Retry | undefined
): SentRequest => {
  const { type, body } = written(message)
  return {
    headers: {
      "content-type": type,
      "user-agent": "Slackbot 1.0 (testkit)",
      // Dated by this machine's time, as the app checks it, whatever the workspace's clock shows.
      ...signedHeaders({ body, secret, signing, now: Date.now() }),
      ...(retry === undefined
        ? {}
        : { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason })
    },
    body
  }
}

/** A delivery, and whether the app asked not to be sent it again. */
export type PostOutcome = Delivery & { readonly noRetry?: boolean }

export const post = async (url: string, request: SentRequest): Promise<PostOutcome> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: request.headers,
      body: request.body,
      signal: AbortSignal.timeout(patienceMillis)
    })
    const { status } = response
    const body = answerOf(await response.text())
    if (status === 200) return { outcome: "acknowledged", status, body }
    const noRetry = response.headers.get("x-slack-no-retry") === "1"
    return { outcome: "refused", status, body, ...(noRetry ? { noRetry } : {}) }
  } catch (cause) {
    if (cause instanceof Error && cause.name === "TimeoutError") return { outcome: "operation_timeout" }
    return { outcome: "dispatch_failed", reason: String(cause) }
  }
}
