/**
 * The check of every request that says it is Slack's, in place of Bolt's own: that one lets through a request dated in
 * the future, and the same signed request sent again, which whoever copied one could keep and repeat.
 */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"

/** Slack's own bound on a request's age, applied in both directions. */
const SECONDS = 300

export interface SlackRequestGuard {
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
  const seen = new Map<string, number>()
  const forget = (nowSeconds: number) => {
    for (const [signature, timestamp] of seen) {
      if (nowSeconds - timestamp <= SECONDS) break
      seen.delete(signature)
    }
  }
  return {
    refusal: (headers, body, nowSeconds) => {
      const dated = String(headers["x-slack-request-timestamp"])
      const timestamp = Number(dated)
      const signature = headers["x-slack-signature"]
      if (!Number.isFinite(timestamp) || typeof signature !== "string") return "not signed by Slack"
      if (Math.abs(nowSeconds - timestamp) > SECONDS) return "dated too far from now"
      if (!isSignature(key, signature, dated, body)) return "not signed by Slack"
      forget(nowSeconds)
      if (seen.has(signature)) return "received before"
      seen.set(signature, timestamp)
      return undefined
    }
  }
}
