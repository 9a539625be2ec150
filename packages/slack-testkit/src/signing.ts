/** Slack's request signature (v0, HMAC-SHA256), and the wrong ones an app must refuse. */
import { createHmac } from "node:crypto"

/** `stale` and `future` are rightly signed six minutes off, `forged` with another secret, `unsigned` not at all. */
export type Signing = "genuine" | "stale" | "future" | "forged" | "unsigned"

const shiftSeconds: Readonly<Record<Signing, number>> = { genuine: 0, stale: -360, future: 360, forged: 0, unsigned: 0 }

export const slackSignature = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`

export const signedHeaders = (request: {
  readonly body: string
  readonly secret: string
  readonly signing: Signing
  /** Epoch milliseconds. */
  readonly now: number
}): Record<string, string> => {
  if (request.signing === "unsigned") return {}
  const timestamp = Math.floor(request.now / 1000) + shiftSeconds[request.signing]
  const secret = request.signing === "forged" ? `not ${request.secret}` : request.secret
  return {
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": slackSignature(secret, timestamp, request.body)
  }
}
