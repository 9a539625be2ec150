/** Who may send notifications, as a council writes it down: one entry a sender in the file of senders. */
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fieldOf, schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import { Result, Schema } from "effect"
import { SharedSecret } from "./sharedSecret.ts"

/** The kinds of notification a sender may have the right to send. */
export const IntakeKind = Schema.Literals([
  "missing",
  "updated",
  "found",
  "returned",
  "cancelled",
  // A school's returns about children missing education.
  "deletion",
  "ten-day-absence",
  "referral"
])

export const IntakeSender = Schema.Struct({
  /** Shown in the audit, on cards and in incidents. */
  name: Schema.String.check(
    Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/, { message: "must be small letters, digits and -, such as mash" })
  ),
  token: Schema.optionalKey(SharedSecret),
  /** The hex SHA-256 of the token, for a file that holds no token. */
  tokenSha256: Schema.optionalKey(
    Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/i, { message: "must be 64 hexadecimal digits" }))
  ),
  signingSecret: Schema.optionalKey(SharedSecret),
  /** The kinds it may send; absent for every kind. */
  kinds: Schema.optionalKey(Schema.NonEmptyArray(IntakeKind)),
  /** How many notifications a minute it may send before it is told to wait. */
  perMinute: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 })))
})
export type IntakeSender = typeof IntakeSender.Type

const faultsIn = schemaFaultsIn()

/** Each secret of a sender as the digest that a file may hold in its place. */
const digestsOf = ({ token, tokenSha256, signingSecret }: IntakeSender): ReadonlyArray<string> => [
  ...[token, signingSecret].flatMap((secret) => (secret === undefined ? [] : [hash("sha256", secret)])),
  ...(tokenSha256 === undefined ? [] : [tokenSha256.toLowerCase()])
]

/** Two senders with one secret could each pass for the other. */
const secretInCommon = (senders: ReadonlyArray<IntakeSender>): string | undefined => {
  const known = new Map<string, string>()
  for (const sender of senders) {
    for (const digest of digestsOf(sender)) {
      const other = known.get(digest)
      if (other === sender.name) return `the token and the signing secret of ${other} are the same`
      if (other !== undefined) return `${other} and ${sender.name} have a secret in common`
      known.set(digest, sender.name)
    }
  }
  return undefined
}

const clashIn = (senders: ReadonlyArray<IntakeSender>): string | undefined => {
  const names = senders.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `${twice} is there twice`
  const without = senders.find((one) => (one.token ?? one.tokenSha256 ?? one.signingSecret) === undefined)
  if (without !== undefined) return `${without.name} has no token, tokenSha256 or signingSecret`
  const both = senders.find(({ token, tokenSha256 }) => token !== undefined && tokenSha256 !== undefined)
  return both === undefined ? secretInCommon(senders) : `${both.name} has a token and a tokenSha256: one is enough`
}

const parsed = (path: string): unknown => JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""))

/** The senders in the file beside those known, or in a sentence why it cannot be used; no secret stands in it. */
export const readIntakeSenders = (
  path: string,
  beside: ReadonlyArray<IntakeSender> = []
): Result.Result<ReadonlyArray<IntakeSender>, string> => {
  const json = Result.try({
    try: () => parsed(path),
    catch: (cause) =>
      cause instanceof SyntaxError ? "it is not JSON" : `it cannot be read (${(cause as NodeJS.ErrnoException).code})`
  })
  const senders = Result.flatMap(json, (value) =>
    Result.mapError(Schema.decodeUnknownResult(Schema.Array(IntakeSender))(value, { errors: "all" }), ({ issue }) =>
      faultsIn(issue)
        .map((fault) => `${fieldOf(fault)} ${fault.message.replaceAll(/"[^"]*"/g, "…")}`)
        .join("; ")
    )
  )
  return Result.flatMap(senders, (all) => {
    const clash = clashIn([...beside, ...all])
    return clash === undefined ? Result.succeed(all) : Result.fail(clash)
  })
}
