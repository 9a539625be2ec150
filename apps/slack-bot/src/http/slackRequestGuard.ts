/**
 * The check of every request that says it is Slack's, in place of Bolt's own: that one lets through a request dated in
 * the future, and the same signed request sent again, which whoever copied one could keep and repeat.
 */
import { createHmac, createSecretKey } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { sameSecret } from "../intake/authenticate.ts"

/** Slack's own bound on a request's age, applied in both directions. */
const SECONDS = 300

export interface SlackRequestGuard {
  /** Why this request is refused; undefined when it may go on. A request let through is refused the next time. */
  readonly refusal: (headers: IncomingHttpHeaders, body: Buffer, nowSeconds: number) => string | undefined
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
      const timestamp = Number(headers["x-slack-request-timestamp"])
      const signature = headers["x-slack-signature"]
      if (!Number.isFinite(timestamp) || typeof signature !== "string") return "not signed by Slack"
      if (Math.abs(nowSeconds - timestamp) > SECONDS) return "dated too far from now"
      const hmac = createHmac("sha256", key)
      hmac.update(`v0:${String(headers["x-slack-request-timestamp"])}:`).update(body)
      if (!sameSecret(signature, `v0=${hmac.digest("hex")}`)) return "not signed by Slack"
      forget(nowSeconds)
      if (seen.has(signature)) return "received before"
      seen.set(signature, timestamp)
      return undefined
    }
  }
}
