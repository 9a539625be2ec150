/** Who may send notifications, as a council writes it down: one entry a sender in the file of senders. */
import { readFileSync } from "node:fs"
import { Result, Schema, SchemaIssue } from "effect"

const Secret = Schema.String.check(
  Schema.isMinLength(24, { message: "must be at least 24 characters that nobody can guess" })
)

/** The kinds of notification a sender may have the right to send. */
export const IntakeKind = Schema.Literals(["missing", "updated", "found", "returned", "cancelled"])

export const IntakeSender = Schema.Struct({
  /** Shown in the audit, on cards and in incidents. */
  name: Schema.String.check(
    Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/, { message: "must be small letters, digits and -, such as mash" })
  ),
  token: Schema.optionalKey(Secret),
  /** The hex SHA-256 of the token, for a file that holds no token. */
  tokenSha256: Schema.optionalKey(
    Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/i, { message: "must be 64 hexadecimal digits" }))
  ),
  signingSecret: Schema.optionalKey(Secret),
  /** The kinds it may send; absent for every kind. */
  kinds: Schema.optionalKey(Schema.NonEmptyArray(IntakeKind)),
  /** How many notifications a minute it may send before it is told to wait. */
  perMinute: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 })))
})
export type IntakeSender = typeof IntakeSender.Type

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1()

const clashIn = (senders: ReadonlyArray<IntakeSender>): string | undefined => {
  const names = senders.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `${twice} is there twice`
  const without = senders.find((one) => (one.token ?? one.tokenSha256 ?? one.signingSecret) === undefined)
  return without === undefined ? undefined : `${without.name} has no token, tokenSha256 or signingSecret`
}

const parsed = (path: string): unknown => JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""))

/** The senders in the file, or in a sentence why it cannot be used; no secret stands in it. */
export const readIntakeSenders = (path: string): Result.Result<ReadonlyArray<IntakeSender>, string> => {
  const json = Result.try({
    try: () => parsed(path),
    catch: (cause) =>
      cause instanceof SyntaxError ? "it is not JSON" : `it cannot be read (${(cause as NodeJS.ErrnoException).code})`
  })
  const senders = Result.flatMap(json, (value) =>
    Result.mapError(Schema.decodeUnknownResult(Schema.Array(IntakeSender))(value, { errors: "all" }), ({ issue }) =>
      listIssues(issue)
        .issues.map(
          ({ path: at = [], message }) => `${at.map(String).join(".")} ${message.replaceAll(/"[^"]*"/g, "…")}`
        )
        .join("; ")
    )
  )
  return Result.flatMap(senders, (all) => {
    const clash = clashIn(all)
    return clash === undefined ? Result.succeed(all) : Result.fail(clash)
  })
}
