/** One request with a school's return: within the sender's rights and rate, kept before it is answered, told where refused. */
import { Council, EducationCasework, resolvePupil } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ReturnRefusal, returnFaultsIn, type SentSchoolReturn } from "@safe-return/domain/education"
import { ChildReference, type PersonId, referenceKey } from "@safe-return/domain/pathway"
import { Audit } from "@safe-return/journal"
import { Clock, Effect, Option, Result, Schema } from "effect"
import type { RateLimiter } from "effect/persistence"
import { bodyText } from "./bodyText.ts"
import { IntakeTrouble } from "./IntakeTrouble.ts"
import { jsonReply, type Problem, problemReply, type Reply } from "./Problem.ts"
import { type FieldFault, parseSchoolReturn } from "./parseSchoolReturn.ts"
import type { Sender } from "./SenderBook.ts"
import { waitFor } from "./senderRate.ts"

/** What a school is answered while nothing can be recorded. */
export const returnNotRecorded: Problem = {
  status: 503,
  title: "The return could not be kept",
  detail: "Nothing was recorded, because our journal cannot be written. Send it again."
}

const malformed = (errors: ReadonlyArray<FieldFault>): Problem => ({
  status: 400,
  title: "The return cannot be read",
  detail: "Nothing was recorded. Mend the fields named here and send it again.",
  errors
})

const mayNotSend = (kind: string): Problem => ({
  status: 403,
  title: "Not among what this sender may send",
  detail: "Nothing was recorded. Ask the council for the right to send this kind of return.",
  errors: [{ field: "kind", detail: `may not be ${kind} from this sender` }]
})

const tooMany = (retryAfterSeconds: number): Reply => ({
  ...problemReply({
    status: 429,
    title: "Too many returns",
    detail: `Nothing was recorded. Send it again in ${retryAfterSeconds} seconds.`
  }),
  retryAfterSeconds
})

const problemOf = ({ _tag, field, message }: ReturnRefusal): Problem => ({
  status: _tag === "ReturnConflicts" ? 409 : 400,
  title: "The return was not recorded",
  detail: message,
  errors: [{ field, detail: message }]
})

const writeDown = Effect.fnUntraced(function* (by: PersonId, child: ChildReference | undefined) {
  const at = Instant(yield* Clock.currentTimeMillis)
  const entry = { at, by, act: "send-education-return" } as const
  const { add } = yield* Audit
  yield* add(child === undefined ? { ...entry, outcome: "refused" } : { ...entry, child, outcome: "allowed" })
})

/** Kept under the reference on record; the audit has it before it is decided on. */
const keep = Effect.fnUntraced(function* ({ child, ...received }: SentSchoolReturn, by: PersonId) {
  const { educationReferences } = yield* Council
  const resolved = yield* Effect.result(resolvePupil(child.reference, educationReferences))
  yield* writeDown(by, Result.isSuccess(resolved) ? ChildReference.make(resolved.success) : undefined)
  const pupil = yield* Effect.fromResult(resolved)
  const { events, caseId } = yield* (yield* EducationCasework).keepReturn(pupil, received, by)
  const status =
    events.length === 0
      ? "already recorded"
      : caseId === undefined
        ? "kept for people to look at"
        : events.some(({ _tag }) => _tag === "CaseReferred")
          ? "referred"
          : "kept on the open case"
  return jsonReply(events.length === 0 ? 200 : 202, { caseId: caseId ?? null, status })
})

const take = Effect.fnUntraced(function* (sender: Sender, text: string) {
  const read = parseSchoolReturn(text)
  if (Result.isFailure(read)) {
    yield* writeDown(sender.by, undefined)
    return problemReply(malformed(read.failure))
  }
  const { child: _, ...received } = read.success
  if (sender.kinds !== undefined && !sender.kinds.includes(received.kind)) {
    return problemReply(mayNotSend(received.kind))
  }
  const wait = yield* waitFor(sender)
  if (wait !== undefined) {
    yield* (yield* IntakeTrouble).limited(sender.name, sender.perMinute)
    return tooMany(wait)
  }
  const faults = returnFaultsIn(received, { now: Instant(yield* Clock.currentTimeMillis) })
  if (faults.length > 0) {
    yield* writeDown(sender.by, undefined)
    return problemReply(malformed(faults.map(({ field, message }) => ({ field, detail: message }))))
  }
  return yield* keep(read.success, sender.by)
})

const CalledBy = Schema.fromJsonString(
  Schema.Struct({
    kind: Schema.optionalKey(Schema.String),
    schoolReference: Schema.optionalKey(Schema.String)
  })
)
const readCalledBy = Schema.decodeUnknownOption(CalledBy)

/** What a return is called by, also where nothing else of it can be read: held in memory, never shown. */
const referencesIn = (text: string): ReadonlyArray<string> =>
  Option.match(readCalledBy(text), {
    onNone: () => [],
    onSome: ({ schoolReference }) => (schoolReference === undefined ? [] : [referenceKey(schoolReference)])
  })

/** Takes what a school sent; what is refused is told to people. */
export const takeSchoolReturn = Effect.fn("takeSchoolReturn")(function* (
  sender: Sender,
  body: Buffer
): Effect.fn.Return<Reply, never, Audit | Council | EducationCasework | IntakeTrouble | RateLimiter.RateLimiter> {
  const trouble = yield* IntakeTrouble
  const text = bodyText(body)
  if (Result.isFailure(text)) {
    yield* trouble.returnRefused(sender.name)
    return problemReply(malformed([{ field: "body", detail: text.failure }]))
  }
  const notKept = ({ message }: { readonly message: string }) =>
    Effect.as(Effect.logError("A school's return could not be kept", message), problemReply(returnNotRecorded))
  const reply = yield* take(sender, text.success).pipe(
    Effect.catchTags({
      JournalUnavailable: notKept,
      NotAudited: notKept,
      StreamMoved: notKept,
      NoPupilReference: ({ message }) =>
        Effect.succeed(problemReply(malformed([{ field: "child.reference", detail: message }])))
    }),
    Effect.catch((refusal) => Effect.succeed(problemReply(problemOf(refusal))))
  )
  const references = referencesIn(text.success)
  if (reply.status < 400) yield* trouble.returnTaken(sender.name, references)
  else if (reply.status !== 429) yield* trouble.returnRefused(sender.name, references)
  return reply
})
