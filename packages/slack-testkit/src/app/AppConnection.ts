/** Slack's side of the line to the app: signed HTTP requests to its request URL, answered within three seconds. */
import { isObject, type JsonObject, parsed } from "../json.ts"
import { type Signing, signedHeaders } from "../signing.ts"

const patienceMillis = 3000

/** How a request went, in the words Slack shows. Only an answer of 200 in time counts as acknowledged. */
export type Delivery =
  | { readonly outcome: "acknowledged"; readonly status: number; readonly body: JsonObject | string }
  | { readonly outcome: "refused"; readonly status: number; readonly body: JsonObject | string }
  /** Nothing came within three seconds. */
  | { readonly outcome: "operation_timeout" }
  /** Nobody listens there. */
  | { readonly outcome: "dispatch_failed"; readonly reason: string }

export interface SentRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const answerOf = (text: string): JsonObject | string => {
  const json = parsed(text)
  return isObject(json) ? json : text
}

export class AppConnection {
  /** What was sent, newest last; for repeating a request byte by byte. */
  readonly sent: Array<SentRequest> = []
  readonly #signingSecret: string
  #requestUrl: string | undefined

  constructor(signingSecret: string) {
    this.#signingSecret = signingSecret
  }

  /** The app listens here, for example at `http://127.0.0.1:3000/slack/events`. */
  connect(requestUrl: string): void {
    this.#requestUrl = requestUrl
  }

  /** Events are JSON; commands are a form; interactions are a form with one field, `payload`. */
  event(payload: JsonObject, signing: Signing): Promise<Delivery> {
    return this.#send(JSON.stringify(payload), "application/json", signing)
  }

  form(fields: Readonly<Record<string, string>>, signing: Signing): Promise<Delivery> {
    return this.#send(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded", signing)
  }

  interaction(payload: JsonObject, signing: Signing): Promise<Delivery> {
    return this.form({ payload: JSON.stringify(payload) }, signing)
  }

  /** Sends the very same bytes and signature once more, as somebody who overheard them would. */
  repeat(request: SentRequest): Promise<Delivery> {
    return this.#post(request)
  }

  #send(body: string, contentType: string, signing: Signing): Promise<Delivery> {
    const signature = signedHeaders({ body, secret: this.#signingSecret, signing, now: Date.now() })
    const headers = { "content-type": contentType, "user-agent": "Slackbot 1.0 (testkit)", ...signature }
    const request = { headers, body }
    this.sent.push(request)
    return this.#post(request)
  }

  async #post(request: SentRequest): Promise<Delivery> {
    if (this.#requestUrl === undefined) return { outcome: "dispatch_failed", reason: "No app is connected." }
    try {
      const response = await fetch(this.#requestUrl, {
        method: "POST",
        headers: request.headers,
        body: request.body,
        signal: AbortSignal.timeout(patienceMillis)
      })
      const body = answerOf(await response.text())
      return { outcome: response.status === 200 ? "acknowledged" : "refused", status: response.status, body }
    } catch (cause) {
      if (cause instanceof Error && cause.name === "TimeoutError") return { outcome: "operation_timeout" }
      return { outcome: "dispatch_failed", reason: String(cause) }
    }
  }
}
