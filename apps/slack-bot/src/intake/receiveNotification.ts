import { type Council, Notifications, policyNow } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type PersonId, type Refusal, readOtherwise } from "@safe-return/domain/pathway"
import { Audit } from "@safe-return/journal"
import { Clock, Effect, Option, Result } from "effect"
import { jsonReply, type Problem, problemReply, type Reply } from "./Problem.ts"
import { parseNotification } from "./parseNotification.ts"

const elsewhere: Problem = {
  status: 409,
  title: "That police reference belongs to another child",
  detail:
    "Nothing was recorded of either child. This police reference stands for a child with another case reference: check both before sending again. The council was told.",
  errors: [{ field: "child.reference", detail: "is not the child this police reference was first used for" }]
}

const problemOf = (refusal: Refusal): Problem => ({
  status: refusal._tag === "NotificationConflicts" ? 409 : 400,
  title: "The notification was not recorded",
  detail: refusal.message,
  errors: [{ field: refusal.field, detail: refusal.message }]
})

/** What the sender of a notification is answered while nothing can be recorded. */
export const notRecorded: Problem = {
  status: 503,
  title: "The notification could not be kept",
  detail:
    "Nothing was recorded, because our journal cannot be written. Send it again, and tell the council by telephone: its people on duty were asked to ring you."
}

const ambiguous = (detail: string): Problem => ({
  status: 409,
  title: "Two children on record could be meant",
  detail,
  errors: [{ field: "child.reference", detail }]
})

/** The notification under the references on record, written into the audit before it is decided on. */
const admitNotification = Effect.fn("admitNotification")(function* (text: string, by: PersonId) {
  const { resolveReferences } = yield* Notifications
  const parsed = parseNotification(text, yield* policyNow)
  const read = yield* Effect.result(Effect.flatMap(parsed, resolveReferences))
  const audit = yield* Audit
  yield* audit.add({
    at: Instant(yield* Clock.currentTimeMillis),
    by,
    act: "send-notification",
    ...(Result.isSuccess(read) ? { child: read.success.child.reference } : {}),
    outcome: Result.isSuccess(read) ? "allowed" : "refused"
  })
  return yield* Effect.fromResult(read)
})

const recordNotification = Effect.fn("recordNotification")(function* (text: string, by: PersonId) {
  const notification = yield* admitNotification(text, by)
  const notifications = yield* Notifications
  const { events, episode, state } = yield* notifications
    .receive(notification, by)
    .pipe(Effect.tapErrorTag("PoliceReferenceElsewhere", () => notifications.turnAway(notification, by)))
  const otherwise = readOtherwise(notification, yield* policyNow)
  const isNews = events.some(({ _tag }) => _tag !== "NotificationRepeated")
  return jsonReply(isNews ? 202 : 200, {
    episodeId: Option.match(episode, { onNone: () => null, onSome: ({ id }) => id }),
    status: !isNews
      ? "already recorded"
      : state.death !== undefined
        ? "kept, and shown to people"
        : Option.isNone(episode)
          ? "kept until its missing notification"
          : "recorded",
    // Taken all the same: the sender sees as what, and can send it otherwise next time.
    ...(Object.keys(otherwise).length === 0 ? {} : { readAs: otherwise })
  })
})

/** Takes one notification, answered once it is durable: 202 for a new one, 200 for a repeat. */
export const receiveNotification = (
  text: string,
  by: PersonId
): Effect.Effect<Reply, never, Audit | Council | Notifications> =>
  recordNotification(text, by).pipe(
    Effect.catchTags({
      MalformedNotification: ({ problem }) => Effect.succeed(problemReply(problem)),
      PoliceReferenceElsewhere: () => Effect.succeed({ ...problemReply(elsewhere), isTold: true }),
      AmbiguousReference: ({ message }) => Effect.succeed(problemReply(ambiguous(`Nothing was recorded. ${message}`))),
      PersonalReference: ({ message }) =>
        Effect.succeed(
          problemReply({
            status: 400,
            title: "The notification was not recorded",
            detail: message,
            errors: [{ field: "child.reference", detail: message }]
          })
        ),
      JournalUnavailable: (failed) =>
        Effect.as(Effect.logError("A notification could not be kept", failed.message), problemReply(notRecorded)),
      NotAudited: (failed) =>
        Effect.as(Effect.logError("A notification could not be kept", failed.message), problemReply(notRecorded))
    }),
    Effect.catch((refusal) => Effect.succeed(problemReply(problemOf(refusal))))
  )
