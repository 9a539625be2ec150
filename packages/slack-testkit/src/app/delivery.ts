/** What goes to an app, and how it went. */
import type { DeliveryKind } from "../faults/Faults.ts"
import { isObject, type JsonObject, parsed } from "../json.ts"

/** How long Slack waits for an answer. */
export const patienceMillis = 3000

export interface Message {
  readonly kind: DeliveryKind
  readonly payload: JsonObject
}

/** An event sent again: the first, second or third retry, and why. */
export interface Retry {
  readonly attempt: number
  readonly reason: "http_timeout" | "http_error" | "connection_failed" | "timeout"
}

/** How a request went, in the words Slack shows. Only an answer of 200 in time counts as acknowledged. */
export type Delivery =
  /** Over Socket Mode, which knows no status, it is always 200. */
  | { readonly outcome: "acknowledged"; readonly status: number; readonly body: JsonObject | string }
  | { readonly outcome: "refused"; readonly status: number; readonly body: JsonObject | string }
  /** Nothing came within three seconds. */
  | { readonly outcome: "operation_timeout" }
  /** Nobody listens there. */
  | { readonly outcome: "dispatch_failed"; readonly reason: string }

/** What went over the wire: a signed HTTP request, or an envelope of Socket Mode, which has no headers. */
export interface SentRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const answerOf = (text: string): JsonObject | string => {
  const json = parsed(text)
  return isObject(json) ? json : text
}
