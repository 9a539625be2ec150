/** Encryption at rest (AES-256-GCM): a fresh nonce, and the text's place as associated data against swaps. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import { sha256 } from "./checkedText.ts"

/** How the texts of one journal are kept. Without a key they are kept as they are. */
export interface Sealing {
  /** Undefined without a key. */
  readonly keyId: string | undefined
  /** The text as it goes to disk. `place` is its path from the journal's directory. */
  readonly seal: (place: string, text: string) => string
  /** Reads it back; throws {@link SealRefused}. */
  readonly open: (place: string, text: string) => string
  /** A hash that nobody without the key can make. */
  readonly hash: (text: string) => string
}

/** A text that cannot be opened with the keys there are, in a sentence without the path. */
export class SealRefused extends Error {
  override name = "SealRefused"
}

const SEALED = /^\{"format":2,"key":"([\w-]+)","nonce":"([\w-]{16})","tag":"([\w-]{22})","sealed":"([\w-]+)"\}\n$/

const keyIn = (text: string): string | undefined => SEALED.exec(text)?.[1]

/** Names a key without telling it. */
export const keyIdOf = (key: Uint8Array): string =>
  sha256(Buffer.concat([Buffer.from("key of a journal:"), key])).slice(0, 8)

export const unsealed: Sealing = {
  keyId: undefined,
  seal: (_place, text) => text,
  open: (_place, text) => {
    const key = keyIn(text)
    if (key === undefined) return text
    throw new SealRefused(`it is encrypted with the key ${key}, and no key was given`)
  },
  hash: sha256
}

const bound = (place: string, keyId: string): Buffer => Buffer.from(`safe-return 2 ${keyId} ${place}`)

const sealWith = (key: Uint8Array, place: string, text: string): string => {
  const keyId = keyIdOf(key)
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound(place, keyId))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64url")
  const tag = cipher.getAuthTag().toString("base64url")
  return `{"format":2,"key":"${keyId}","nonce":"${nonce.toString("base64url")}","tag":"${tag}","sealed":"${sealed}"}\n`
}

const DOES_NOT_FIT = "it was damaged, changed or brought here from another place: its seal does not fit"

/** Decoding drops the spare bits of the last character, which no seal covers: only the text as we write it passes. */
const bytesOf = (text: string): Buffer => {
  const end = text.slice(text.length - (text.length % 4))
  if (Buffer.from(end, "base64url").toString("base64url") !== end) throw new SealRefused(DOES_NOT_FIT)
  return Buffer.from(text, "base64url")
}

const openWith = (
  key: Uint8Array,
  place: string,
  [, , nonce = "", tag = "", sealed = ""]: ReadonlyArray<string>
): string => {
  const decipher = createDecipheriv("aes-256-gcm", key, bytesOf(nonce), { authTagLength: 16 })
  decipher.setAAD(bound(place, keyIdOf(key))).setAuthTag(bytesOf(tag))
  const bytes = bytesOf(sealed)
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString("utf8")
  } catch {
    throw new SealRefused(DOES_NOT_FIT)
  }
}

/** With a key of 32 bytes; an unsealed text is refused, because it may have been planted. */
export const sealedWith = (key: Uint8Array): Sealing => {
  const keyId = keyIdOf(key)
  return {
    keyId,
    seal: (place, text) => sealWith(key, place, text),
    open: (place, text) => {
      const found = SEALED.exec(text)
      if (found?.[1] === keyId) return openWith(key, place, found)
      throw new SealRefused(
        found === null
          ? `it is not encrypted, or its seal was damaged, and this journal is encrypted with the key ${keyId}`
          : `it is encrypted with the key ${found[1]}, and the key given is ${keyId}`
      )
    },
    hash: (text) => createHmac("sha256", key).update(text).digest("base64url")
  }
}
