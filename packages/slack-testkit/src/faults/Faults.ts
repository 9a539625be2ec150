/** Faults made to order: which of the app's calls, and which of Slack's deliveries to it, go wrong, how, how long. */
import { type FaultHandle, type FaultTiming, Plans } from "./Plans.ts"

/** A call refused with Slack's error code, or with an HTTP status such as 429 or 503. Slack does nothing. */
export type Failure = { readonly error: string } | { readonly status: number; readonly retryAfterSeconds?: number }

export type Fault =
  | Failure
  /** Slack does what it was asked, and answers so many milliseconds later by the workspace's clock. */
  | { readonly slowMillis: number }
  /** Something else than Slack answers, such as a proxy with a page: this text, of this type. Slack does nothing. */
  | { readonly text: string; readonly contentType?: string; readonly answeredWith?: number }
  /** The connection breaks: before Slack does anything, or after it did what it was asked, so the answer is lost. */
  | { readonly dropped: "before" | "after" }

export interface FaultPlan extends FaultTiming {
  readonly fault: Fault
  /** Such as `chat.postMessage`; every method when absent. A post to a response URL goes by `response_url`. */
  readonly methods?: ReadonlyArray<string>
}

export type DeliveryKind = "slash_commands" | "interactive" | "events_api"

/** On the way to the app: `swapped` lets the next delivery overtake, `answer lost` arrives but is sent again. */
export type DeliveryFault = "twice" | "swapped" | "lost" | "answer lost"

export interface DeliveryFaultPlan extends FaultTiming {
  readonly fault: DeliveryFault
  /** Every kind when absent. */
  readonly kinds?: ReadonlyArray<DeliveryKind>
}

/** On a new socket: `too many` in place of a hello; `silent after hello` stays open and says nothing. */
export type ConnectionFault =
  | "handshake refused"
  | "handshake unanswered"
  | "no hello"
  | "too many"
  | "broken after hello"
  | "silent after hello"

export interface ConnectionFaultPlan extends FaultTiming {
  readonly fault: ConnectionFault
}

export class Faults {
  readonly #calls: Plans<FaultPlan>
  readonly #deliveries: Plans<DeliveryFaultPlan>
  readonly #connections: Plans<ConnectionFaultPlan>

  constructor(now: () => number) {
    this.#calls = new Plans(now)
    this.#deliveries = new Plans(now)
    this.#connections = new Plans(now)
  }

  /** For the app's Web API calls, until lifted or used up. Of several that fit, the one planned first hits. */
  plan(plan: FaultPlan): FaultHandle {
    return this.#calls.add(plan)
  }

  /** For what the app is sent. */
  planDelivery(plan: DeliveryFaultPlan): FaultHandle {
    return this.#deliveries.add(plan)
  }

  /** For the Socket Mode connections it opens. */
  planConnection(plan: ConnectionFaultPlan): FaultHandle {
    return this.#connections.add(plan)
  }

  /** Everything works again. */
  clear(): void {
    this.#calls.clear()
    this.#deliveries.clear()
    this.#connections.clear()
  }

  /** What goes wrong with this call, if anything. */
  next(method: string): Fault | undefined {
    return this.#calls.next(({ methods }) => methods === undefined || methods.includes(method))?.fault
  }

  nextDelivery(kind: DeliveryKind): DeliveryFault | undefined {
    return this.#deliveries.next(({ kinds }) => kinds === undefined || kinds.includes(kind))?.fault
  }

  nextConnection(): ConnectionFault | undefined {
    return this.#connections.next(() => true)?.fault
  }
}
