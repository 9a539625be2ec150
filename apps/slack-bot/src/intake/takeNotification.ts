/** One request of a sender we know: within its rights and its rate, and never refused without a person hearing of it. */

import { type Council, Notifications, policyNow } from "@safe-return/casework"
import { gradeActedOn, type Notification, referenceKey } from "@safe-return/domain/pathway"
import type { Audit } from "@safe-return/journal"
import { Effect, Option, Result, Schema } from "effect"
import type { RateLimiter } from "effect/persistence"
import { bodyText } from "./bodyText.ts"
import { IntakeTrouble } from "./IntakeTrouble.ts"
import { type Problem, problemReply, type Reply } from "./Problem.ts"
import { parseNotification } from "./parseNotification.ts"
import { receiveNotification } from "./receiveNotification.ts"
import type { Sender } from "./SenderBook.ts"
import { waitFor } from "./senderRate.ts"

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

/** Of a find or return people hear where what it says cannot be: the sender may think that the search is over. */
const OTHER_NEWS: ReadonlyArray<unknown> = ["found", "returned"]
const isMistakenNews = (kind: unknown, { status }: Reply): boolean => OTHER_NEWS.includes(kind) && status === 400

/** Whatever is not plainly news of another kind may say that a child is missing. */
const maySayMissing = (kind: unknown): boolean => kind !== "cancelled" && !OTHER_NEWS.includes(kind)

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

/** Takes what a sender sent; what may say that a child is missing or found and is refused is told to people. */
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
  const kind = read === undefined ? kindIn(text.success) : read.kind
  const isToTell = maySayMissing(kind) || isMistakenNews(kind, reply)
  // A report that is taken answers for no find that was mistaken, nor the reverse.
  const references = referencesIn(text.success).map((one) => (maySayMissing(kind) ? one : `${kind} ${one}`))
  if (isToTell && !isToldAnyway(reply)) yield* trouble.refused(sender.name, references)
  if (reply.status < 400) yield* trouble.taken(sender.name, references)
  if (reply.isTold === true && read !== undefined) yield* trouble.elsewhere(sender.name, read.child.reference)
  return reply
})
