/** A token or secret that the council makes up, and a sender holds too. */
import { Schema } from "effect"

const LEAST_LENGTH = 24

/** What was drawn at random holds more: fewer are a word or a row of one key. */
const LEAST_DIFFERENT = 8

export const MADE_UP_WELL = `must be at least ${LEAST_LENGTH} characters that nobody can guess`

export const isMadeUpWell = (secret: string): boolean =>
  secret.length >= LEAST_LENGTH && new Set(secret).size >= LEAST_DIFFERENT

export const SharedSecret = Schema.String.check(
  Schema.makeFilter((secret: string) => (isMadeUpWell(secret) ? undefined : MADE_UP_WELL))
)
