import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, test } from "vitest"
import { credentialsIn, senderBySignature, senderByToken, signatureOf } from "../../src/intake/authenticate.ts"
import type { Sender } from "../../src/intake/SenderBook.ts"
import { digestOf } from "../../src/intake/secrets.ts"

const sender = (name: string): Sender => ({
  name,
  by: PersonId.make(`${name}-intake`),
  tokenDigest: digestOf(`synthetic-token-${name}`),
  signingSecret: `synthetic-secret-${name}`,
  perMinute: 120
})
const senders = [sender("police"), sender("mash")]
const body = Buffer.from('{"kind":"missing"}')
const now = 1_800_000_000

const signed = (timestamp: number, secret = "synthetic-secret-mash", of = body) => {
  const credentials = credentialsIn({
    "x-safe-return-timestamp": String(timestamp),
    "x-safe-return-signature": signatureOf(secret, String(timestamp), of)
  })
  if (credentials?._tag !== "Signature") throw new Error("no signature was read")
  const found = senderBySignature(senders, credentials, body, now)
  return found === undefined ? undefined : [found.sender.name, found.isStale]
}

const byToken = (authorization?: string) => {
  const credentials = credentialsIn({ authorization })
  return credentials?._tag === "Token" ? senderByToken(senders, credentials.token)?.name : undefined
}

describe("a sender", () => {
  test("is known by its own token, and by no other", () => {
    expect(byToken("Bearer synthetic-token-police")).toBe("police")
    expect(byToken("bearer synthetic-token-mash ")).toBe("mash")
    expect(byToken("Bearer synthetic-token-mas")).toBeUndefined()
    expect(byToken("Basic synthetic-token-mash")).toBeUndefined()
    expect(byToken()).toBeUndefined()
  })

  test("is known by its own signature over this very body", () => {
    expect(signed(now)).toEqual(["mash", false])
    expect(signed(now, "synthetic-secret-police")).toEqual(["police", false])
    expect(signed(now, "another-secret")).toBeUndefined()
    expect(signed(now, "synthetic-secret-mash", Buffer.from('{"kind":"found"}'))).toBeUndefined()
  })

  test("is refused what it signed five minutes ago, and not what our clock shows only later", () => {
    expect(signed(now - 300)).toEqual(["mash", false])
    expect(signed(now - 301)).toEqual(["mash", true])
    expect(signed(now + 10 * 60)).toEqual(["mash", false])
    expect(signed(now + 25 * 3_600)).toEqual(["mash", true])
  })

  test("proves nothing by headers that hold no signature, so that no body is read", () => {
    expect(credentialsIn({})).toBeUndefined()
    expect(credentialsIn({ "x-safe-return-timestamp": "now", "x-safe-return-signature": "v1=00" })).toBeUndefined()
    expect(credentialsIn({ "x-safe-return-signature": signatureOf("s", "1", body) })).toBeUndefined()
  })

  test("with a token alone cannot sign", () => {
    const { signingSecret: _, ...tokenAlone } = sender("police")
    const timestamp = String(now)
    const signature = signatureOf("", timestamp, body)
    expect(senderBySignature([tokenAlone], { _tag: "Signature", timestamp, signature }, body, now)).toBeUndefined()
  })
})
