/** Who sends a request: by the headers alone where a token is given, and by the body where it is signed. */
import { createHmac, timingSafeEqual } from "node:crypto"
import type { Sender } from "./SenderBook.ts"
import { digestOf, sameSecret } from "./secrets.ts"

/** Signed requests older than this are refused, so that a recorded one cannot be sent again later. */
const SIGNATURE_SECONDS = 300

/** How far ahead of our clock a report may be dated: the same notification again records nothing. */
const AHEAD_SECONDS = 24 * 60 * 60

export interface IntakeHeaders {
  readonly authorization?: string | undefined
  readonly "x-safe-return-timestamp"?: string | string[] | undefined
  readonly "x-safe-return-signature"?: string | string[] | undefined
}

/** `v1=` and the hex HMAC-SHA256 of `v1:<timestamp>:<body>`, timestamp in Unix seconds. */
export const signatureOf = (secret: string, timestamp: string, body: string | Buffer): string =>
  `v1=${createHmac("sha256", secret).update(`v1:${timestamp}:`).update(body).digest("hex")}`

type Credentials =
  | { readonly _tag: "Token"; readonly token: string }
  | { readonly _tag: "Signature"; readonly timestamp: string; readonly signature: string }

const SIGNATURE = /^v1=[0-9a-f]{64}$/

/** What the headers prove themselves with, if anything: without it no body is read. */
export const credentialsIn = (headers: IntakeHeaders): Credentials | undefined => {
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1]
  if (token !== undefined) return { _tag: "Token", token: token.trim() }
  const timestamp = headers["x-safe-return-timestamp"]
  const signature = headers["x-safe-return-signature"]
  if (typeof timestamp !== "string" || typeof signature !== "string") return undefined
  if (!/^\d{1,12}$/.test(timestamp) || !SIGNATURE.test(signature)) return undefined
  return { _tag: "Signature", timestamp, signature }
}

/** The sender whose token this is. */
export const senderByToken = (senders: ReadonlyArray<Sender>, token: string): Sender | undefined => {
  const given = digestOf(token)
  return senders.find(({ tokenDigest }) => tokenDigest !== undefined && timingSafeEqual(tokenDigest, given))
}

interface SignedRequest {
  readonly sender: Sender
  /** Signed by this sender, but so long ago that it may be a recorded request sent again. */
  readonly isStale: boolean
}

/** The sender who signed this body. */
export const senderBySignature = (
  senders: ReadonlyArray<Sender>,
  { timestamp, signature }: Extract<Credentials, { readonly _tag: "Signature" }>,
  body: Buffer,
  nowSeconds: number
): SignedRequest | undefined => {
  const sender = senders.find(
    ({ signingSecret }) =>
      signingSecret !== undefined && sameSecret(signature, signatureOf(signingSecret, timestamp, body))
  )
  if (sender === undefined) return undefined
  const age = nowSeconds - Number(timestamp)
  return { sender, isStale: age > SIGNATURE_SECONDS || age < -AHEAD_SECONDS }
}
