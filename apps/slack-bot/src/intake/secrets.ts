import { hash, timingSafeEqual } from "node:crypto"

export const digestOf = (text: string): Buffer => hash("sha256", text, "buffer")

/** Equal in a time that does not tell how much of the secret was guessed. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digestOf(a), digestOf(b))
