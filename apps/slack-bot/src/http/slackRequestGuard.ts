/** Checks every request that says it is Slack's: Bolt's own check allows a future date, and the same request again. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { RecentEntries } from "./RecentEntries.ts"

/** Why a request is refused by its date; it is not known by then whether it is Slack's. */
export const DATED_TOO_FAR = "dated too far from now"

/** Slack's own bound on a request's age, applied in both directions. */
const SECONDS = 300

interface SlackRequestGuard {
  /** Why it is refused by its headers alone: its body is then not read. */
  readonly refusalByHeaders: (headers: IncomingHttpHeaders, nowSeconds: number) => string | undefined
  /** Why this request is refused; undefined when it may go on. A request let through is refused the next time. */
  readonly refusal: (headers: IncomingHttpHeaders, body: Buffer, nowSeconds: number) => string | undefined
}

/** How long a signature is, is no secret: only what stands in it is compared in a time that tells nothing. */
const isSignature = (key: KeyObject, given: string, timestamp: string, body: Buffer): boolean => {
  const hmac = createHmac("sha256", key).update(`v0:${timestamp}:`).update(body).digest("hex")
  const [right, said] = [Buffer.from(`v0=${hmac}`), Buffer.from(given)]
  return said.length === right.length && timingSafeEqual(said, right)
}

export const slackRequestGuard = (signingSecret: string): SlackRequestGuard => {
  const key = createSecretKey(signingSecret, "utf8")
  // Dated ahead as far as it may be, a request is taken for twice as long.
  const seen = new RecentEntries<true>({ span: 2 * SECONDS })
  const refusalByHeaders = (headers: IncomingHttpHeaders, nowSeconds: number) => {
    const timestamp = Number(headers["x-slack-request-timestamp"])
    const isSigned = Number.isFinite(timestamp) && typeof headers["x-slack-signature"] === "string"
    if (!isSigned) return "not signed by Slack"
    return Math.abs(nowSeconds - timestamp) > SECONDS ? DATED_TOO_FAR : undefined
  }
  return {
    refusalByHeaders,
    refusal: (headers, body, nowSeconds) => {
      const early = refusalByHeaders(headers, nowSeconds)
      if (early !== undefined) return early
      const dated = String(headers["x-slack-request-timestamp"])
      const signature = String(headers["x-slack-signature"])
      if (!isSignature(key, signature, dated, body)) return "not signed by Slack"
      if (seen.get(signature)) return "received before"
      seen.set(signature, true, nowSeconds)
      return undefined
    }
  }
}
