/** Those who may send notifications, newest as their file stands: a sender taken out of it is turned away at once. */

import { statSync } from "node:fs"
import { definedFields } from "@safe-return/domain/definedFields"
import { PersonId } from "@safe-return/domain/pathway"
import { type BotConfiguration, type IntakeSender, readIntakeSenders } from "@safe-return/settings"
import { Redacted, Result } from "effect"
import { digestOf } from "./secrets.ts"

/** Notifications a minute from one sender: a working choice, for a system that catches up after a night away. */
const USUAL_PER_MINUTE = 120

export interface Sender {
  readonly name: string
  /** What is recorded as the author of its notifications. */
  readonly by: PersonId
  readonly tokenDigest?: Buffer
  readonly signingSecret?: string
  readonly kinds?: ReadonlyArray<string>
  readonly perMinute: number
}

const POLICE = "police"

/** What is recorded as the author of a sender's notifications. */
export const authorOf = (name: string): PersonId => PersonId.make(`${name}-intake`)

const senderOf = ({ name, token, tokenSha256, signingSecret, kinds, perMinute }: IntakeSender): Sender => {
  const tokenDigest =
    tokenSha256 !== undefined ? Buffer.from(tokenSha256, "hex") : token === undefined ? undefined : digestOf(token)
  return {
    name,
    by: authorOf(name),
    perMinute: perMinute ?? USUAL_PER_MINUTE,
    ...definedFields({ tokenDigest, signingSecret, kinds })
  }
}

/** The one sender of a council that names no others. */
const policeIn = ({ bearerToken, signingSecret, perMinute }: BotConfiguration["intake"]): IntakeSender => ({
  name: POLICE,
  token: Redacted.value(bearerToken),
  ...definedFields({ signingSecret: signingSecret && Redacted.value(signingSecret), perMinute })
})

const changeOf = (path: string): string => {
  const { mtimeMs, size, ino } = statSync(path)
  return `${mtimeMs} ${size} ${ino}`
}

export class SenderBook {
  readonly #police: IntakeSender
  readonly #configured: ReadonlyArray<Sender>
  readonly #file: string | undefined
  #fromFile: ReadonlyArray<Sender> = []
  #readAt = ""
  #problem: string | undefined

  constructor(intake: BotConfiguration["intake"]) {
    this.#police = policeIn(intake)
    this.#configured = [senderOf(this.#police)]
    this.#file = intake.sendersFile
  }

  /** Why the file cannot be used, in a sentence; the senders of its last good state stand. */
  get problem(): string | undefined {
    return this.#problem
  }

  get senders(): ReadonlyArray<Sender> {
    if (this.#file !== undefined) this.#refresh(this.#file)
    return [...this.#configured, ...this.#fromFile]
  }

  #refresh(path: string): void {
    const change = Result.try(() => changeOf(path))
    if (Result.isFailure(change)) {
      this.#problem = "The file of senders cannot be found."
      return
    }
    if (change.success === this.#readAt) return
    this.#readAt = change.success
    const read = readIntakeSenders(path, [this.#police])
    if (Result.isFailure(read)) {
      this.#problem = `The file of senders cannot be used: ${read.failure}.`
      return
    }
    this.#problem = undefined
    this.#fromFile = read.success.map(senderOf)
  }
}
