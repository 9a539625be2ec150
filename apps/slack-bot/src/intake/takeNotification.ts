/** One request of a sender we know: within its rights and its rate, and never refused without a person hearing of it. */

import { type Council, Notifications, policyNow } from "@safe-return/casework"
import { gradeActedOn, type Notification, referenceKey } from "@safe-return/domain/pathway"
import type { Audit } from "@safe-return/journal"
import { Duration, Effect, Option, Result, Schema } from "effect"
import { RateLimiter } from "effect/persistence"
import { IntakeTrouble } from "./IntakeTrouble.ts"
import { type Problem, problemReply, type Reply } from "./Problem.ts"
import { parseNotification } from "./parseNotification.ts"
import { receiveNotification } from "./receiveNotification.ts"
import type { Sender } from "./SenderBook.ts"

const isUtf16 = (body: Buffer): boolean => {
  const [first, second] = body
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) return true
  // JSON begins with a character of ASCII, whose other byte is 0 in UTF-16.
  return body.length > 1 && (first === 0 || second === 0)
}

/** The text of a body that is UTF-8, with or without a byte order mark; or what its bytes must be. */
export const bodyText = (body: Buffer): Result.Result<string, string> => {
  if (isUtf16(body)) return Result.fail("must be JSON in UTF-8, and is in UTF-16")
  return Result.try({
    try: () => new TextDecoder("utf-8", { fatal: true }).decode(body),
    catch: () => "must be JSON in UTF-8"
  })
}

const WINDOW = Duration.minutes(1)

const notEncoded = (detail: string): Problem => ({
  status: 400,
  title: "The notification cannot be read",
  detail: "Nothing was recorded. Send JSON in UTF-8.",
  errors: [{ field: "body", detail }]
})

const mayNotSend = (kind: string): Problem => ({
  status: 403,
  title: "Not among what this sender may send",
  detail: "Nothing was recorded. Ask the council for the right to send this kind of notification.",
  errors: [{ field: "kind", detail: `may not be ${kind} from this sender` }]
})

const tooMany = (retryAfterSeconds: number): Reply => ({
  ...problemReply({
    status: 429,
    title: "Too many notifications",
    detail: `Nothing was recorded. Send it again in ${retryAfterSeconds} seconds. A child who is not on record as missing is taken at once.`
  }),
  retryAfterSeconds
})

/** Seconds to wait where the sender is beyond its rate; none while it is within. */
const waitFor = Effect.fnUntraced(function* ({ name, perMinute }: Sender) {
  const limiter = yield* RateLimiter.RateLimiter
  const consumed = limiter.consume({
    algorithm: "token-bucket",
    onExceeded: "fail",
    window: WINDOW,
    limit: perMinute,
    key: name
  })
  return yield* Effect.match(consumed, {
    onSuccess: () => undefined,
    // A limiter that fails otherwise must not turn a report away.
    onFailure: ({ reason }) =>
      reason._tag === "RateLimitExceeded" ? Math.max(1, Math.ceil(Duration.toSeconds(reason.retryAfter))) : undefined
  })
})

/** Whatever is not plainly news of another kind may say that a child is missing. */
const maySayMissing = (notification: Notification | undefined): boolean =>
  notification === undefined || notification.kind === "missing" || notification.kind === "updated"

const kindIn = (text: string): unknown =>
  Option.getOrUndefined(
    Option.map(Result.getSuccess(Result.try((): unknown => JSON.parse(text))), (body) =>
      typeof body === "object" && body !== null && "kind" in body ? body.kind : undefined
    )
  )

const CalledBy = Schema.fromJsonString(
  Schema.Struct({
    policeReference: Schema.optionalKey(Schema.String),
    child: Schema.optionalKey(Schema.Struct({ reference: Schema.optionalKey(Schema.String) }))
  })
)

const readCalledBy = Schema.decodeUnknownOption(CalledBy)

/** What a report is called by, also where nothing else of it can be read: held in memory, never shown. */
const referencesIn = (text: string): ReadonlyArray<string> =>
  Option.match(readCalledBy(text), {
    onNone: () => [],
    onSome: ({ policeReference, child }) =>
      [policeReference, child?.reference].flatMap((one) => (one === undefined ? [] : [referenceKey(one)]))
  })

const OTHER_NEWS: ReadonlyArray<unknown> = ["found", "returned", "cancelled"]

const isToldAnyway = ({ status, isTold }: Reply): boolean => status < 400 || status === 503 || isTold === true

const take = Effect.fn("takeNotification")(function* (sender: Sender, text: string, sent: Notification | undefined) {
  const trouble = yield* IntakeTrouble
  const notifications = yield* Notifications
  const read =
    sent === undefined ? undefined : yield* Effect.orElseSucceed(notifications.resolveReferences(sent), () => sent)
  if (read !== undefined && sender.kinds !== undefined && !sender.kinds.includes(read.kind)) {
    return problemReply(mayNotSend(read.kind))
  }
  const wait = read === undefined ? undefined : yield* waitFor(sender)
  const isNew = read?.kind === "missing" && !(yield* notifications.isMissing(read.child.reference))
  if (wait !== undefined) {
    yield* trouble.limited(sender.name, sender.perMinute)
    if (!isNew) return tooMany(wait)
  }
  const reply = yield* receiveNotification(text, sender.by)
  if (isNew && reply.status === 202) {
    const isHighRisk = gradeActedOn({ risk: read.risk, policy: yield* policyNow }) === "high"
    yield* trouble.reported(sender.name, { child: read.child.reference, isHighRisk })
  }
  return reply
})

/** Takes what a sender sent; what may say that a child is missing and is refused is told to people. */
export const takeNotification = Effect.fn("takeRequest")(function* (
  sender: Sender,
  body: Buffer
): Effect.fn.Return<Reply, never, Audit | Council | IntakeTrouble | Notifications | RateLimiter.RateLimiter> {
  const trouble = yield* IntakeTrouble
  const text = bodyText(body)
  if (Result.isFailure(text)) {
    yield* trouble.refused(sender.name)
    return problemReply(notEncoded(text.failure))
  }
  const read = Option.getOrUndefined(yield* Effect.option(parseNotification(text.success, yield* policyNow)))
  const reply = yield* take(sender, text.success, read)
  const mayBeReport = read === undefined ? !OTHER_NEWS.includes(kindIn(text.success)) : maySayMissing(read)
  const references = referencesIn(text.success)
  if (mayBeReport && !isToldAnyway(reply)) yield* trouble.refused(sender.name, references)
  if (mayBeReport && reply.status < 400) yield* trouble.taken(sender.name, references)
  if (reply.isTold === true && read !== undefined) yield* trouble.elsewhere(sender.name, read.child.reference)
  return reply
})
