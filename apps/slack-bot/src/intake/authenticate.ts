import { createHmac, hash, timingSafeEqual } from "node:crypto"
import type { BotConfiguration } from "@safe-return/settings"

const digest = (text: string) => hash("sha256", text, "buffer")

/** Equal in a time that does not tell how much of the secret was guessed. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** Signed requests older or newer than this are refused, so that a recorded one cannot be sent again later. */
const SIGNATURE_SECONDS = 300

export interface IntakeHeaders {
  readonly authorization?: string | undefined
  readonly "x-safe-return-timestamp"?: string | string[] | undefined
  readonly "x-safe-return-signature"?: string | string[] | undefined
}

/** `v1=` and the hex HMAC-SHA256 of `v1:<timestamp>:<body>`, timestamp in Unix seconds. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac("sha256", secret).update(`v1:${timestamp}:${body}`).digest("hex")}`

const isSigned = (secret: string | undefined, headers: IntakeHeaders, body: string, nowSeconds: number): boolean => {
  const timestamp = headers["x-safe-return-timestamp"]
  const signature = headers["x-safe-return-signature"]
  if (secret === undefined || typeof timestamp !== "string" || typeof signature !== "string") return false
  const age = nowSeconds - Number(timestamp)
  return Math.abs(age) <= SIGNATURE_SECONDS && sameSecret(signature, signatureOf(secret, timestamp, body))
}

/** Whether a notification comes from somebody we gave the token or the signing secret to. */
export const isAuthentic = (
  intake: BotConfiguration["intake"],
  headers: IntakeHeaders,
  body: string,
  nowSeconds: number
): boolean => {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1]
  if (bearer !== undefined) return sameSecret(bearer.trim(), intake.bearerToken)
  return isSigned(intake.signingSecret, headers, body, nowSeconds)
}
