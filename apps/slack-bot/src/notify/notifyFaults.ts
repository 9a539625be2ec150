/**
 * What a fault of GOV.UK Notify's means for a message. It answers 400 and 403 to what will fail again, 429 to too much at
 * once, and 500 when it cannot say: docs.notifications.service.gov.uk/node.html, error codes.
 */
import { type Fault, NotCarried } from "../delivery/Carrier.ts"

/** What the client throws: an axios error, read by its shape. */
interface Thrown {
  readonly code?: string
  readonly response?: {
    readonly status?: number
    readonly data?: { readonly errors?: ReadonlyArray<{ readonly error?: string }> }
  }
}

/** The connection never came about, so nothing can have arrived. */
const neverArrived: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"])

/** Its rate is counted by the minute; the limit of a day (`TooManyRequestsError`) is over at midnight UTC. */
const RATE_LIMIT_SECONDS = 60

const faultOf = (status: number | undefined, code: string | undefined): Fault => {
  if (status === undefined) return code !== undefined && neverArrived.has(code) ? "passing" : "unknown"
  if (status === 429) return "busy"
  return status < 500 ? "permanent" : "unknown"
}

export const notCarried =
  (act: string) =>
  (thrown: unknown): NotCarried => {
    const { code, response } = thrown as Thrown
    const status = response?.status
    const reason = response?.data?.errors?.[0]?.error ?? code ?? (status === undefined ? "no answer" : `HTTP ${status}`)
    const pause = reason === "RateLimitError" ? { retryAfterSeconds: RATE_LIMIT_SECONDS } : {}
    return new NotCarried({ act: `GOV.UK Notify, ${act},`, reason, fault: faultOf(status, code), ...pause })
  }
