/** What a fault of GOV.UK Notify's means: 400 and 403 fail again, 429 is too much at once, 500 says nothing. */
import { Option, Schema } from "effect"
import { SendFailed, type SendFault } from "../sending/Transport.ts"

/** What the client throws: an axios error, read by its shape. */
interface Thrown {
  readonly code?: string
  readonly response?: { readonly status?: number; readonly data?: unknown }
}

/** A body in Notify's own form: a proxy on the way answers with the same numbers and other words. */
const NotifyErrors = Schema.Struct({ errors: Schema.NonEmptyArray(Schema.Struct({ error: Schema.NonEmptyString })) })
const readErrors = Schema.decodeUnknownOption(NotifyErrors)

/** The connection never came about, so nothing can have arrived. */
const neverArrived: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"])

/** Its rate is counted by the minute; the limit of a day (`TooManyRequestsError`) is over at midnight UTC. */
const RATE_LIMIT_SECONDS = 60

const faultOf = (status: number | undefined, code: string | undefined, isNotifys: boolean): SendFault => {
  if (status === undefined) return code !== undefined && neverArrived.has(code) ? "passing" : "unknown"
  if (status === 429) return "busy"
  return isNotifys && status >= 400 && status < 500 ? "permanent" : "unknown"
}

export const notCarried =
  (act: string) =>
  (thrown: unknown): SendFailed => {
    if (thrown instanceof SendFailed) return thrown
    const { code, response } = thrown as Thrown
    const status = response?.status
    const said = Option.map(readErrors(response?.data), ({ errors }) => errors[0].error)
    const otherwise = status === undefined ? (code ?? "no answer") : `HTTP ${status}`
    const reason = Option.getOrElse(said, () => otherwise)
    const pause = reason === "RateLimitError" ? { retryAfterSeconds: RATE_LIMIT_SECONDS } : {}
    const fault = faultOf(status, code, Option.isSome(said))
    return new SendFailed({ act: `GOV.UK Notify, ${act},`, reason, fault, ...pause })
  }

/** An answer came that Notify does not give: what was asked may have been done. */
export const unreadable = (act: string): SendFailed =>
  new SendFailed({ act: `GOV.UK Notify, ${act},`, reason: "unreadable answer", fault: "unknown" })
