import { type Notification, PersonId, type Refusal } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { Effect, Option, Schema } from "effect"
import { Casework } from "../casework/Casework.ts"
import { NewIds } from "../casework/NewIds.ts"
import type { OneAtATime } from "../casework/OneAtATime.ts"
import { jsonReply, type Problem, problemReply, type Reply } from "./Problem.ts"
import { parseNotification } from "./parseNotification.ts"

/** What is recorded as the author of a notification. */
export const POLICE_INTAKE = PersonId.make("police-intake")

/** One police reference cannot stand for two children: one of the two records would be about the wrong child. */
class PoliceReferenceElsewhere extends Schema.TaggedError<PoliceReferenceElsewhere>()("PoliceReferenceElsewhere", {}) {
  readonly problem: Problem = {
    status: 409,
    title: "That police reference belongs to another child",
    detail:
      "Nothing was recorded. This police reference was first used for a child with another case reference: check both before sending again.",
    errors: [{ field: "child.reference", detail: "is not the child this police reference was first used for" }]
  }
}

const conflicts: ReadonlySet<Refusal["_tag"]> = new Set(["NotificationConflicts", "SameDisappearance"])

const problemOf = (refusal: Refusal): Problem => ({
  status: conflicts.has(refusal._tag) ? 409 : 400,
  title: "The notification was not recorded",
  detail: refusal.message,
  errors: [{ field: refusal.field, detail: refusal.message }]
})

const unavailable: Problem = {
  status: 503,
  title: "The notification could not be kept",
  detail:
    "Nothing was recorded, because our journal cannot be written. Send it again, and tell the council by telephone."
}

/**
 * Takes one notification: answered only once it is durable, 202 when it recorded something, 200 when the same had
 * been recorded before.
 */
export const receiveNotification = (policy: Policy, forReference: OneAtATime<string>) => {
  const record = Effect.fn("recordNotification")(function* (notification: Notification) {
    const casework = yield* Casework
    const newIds = yield* NewIds
    const { reference } = notification.child
    const known = yield* casework.childOf(notification.policeReference)
    if (Option.isSome(known) && known.value !== reference) return yield* new PoliceReferenceElsewhere({})
    const newEpisodeId = yield* newIds.episode
    const command = { _tag: "ReceiveNotification", notification, newEpisodeId, policy } as const
    const { events, state } = yield* casework.carryOut(reference, command, POLICE_INTAKE)
    const episodeId = state.notifications.find(
      (received) =>
        received.episodeId !== undefined && received.notification.policeReference === notification.policeReference
    )?.episodeId
    return jsonReply(events.length === 0 ? 200 : 202, {
      episodeId: episodeId ?? null,
      status:
        events.length === 0
          ? "already recorded"
          : episodeId === undefined
            ? "kept until its missing notification"
            : "recorded"
    })
  })

  return Effect.fn("receiveNotification")(function* (text: string): Effect.fn.Return<Reply, never, Casework | NewIds> {
    return yield* parseNotification(text).pipe(
      Effect.flatMap((notification) => forReference(notification.policeReference)(record(notification))),
      Effect.catchTags({
        MalformedNotification: ({ problem }) => Effect.succeed(problemReply(problem)),
        PoliceReferenceElsewhere: ({ problem }) => Effect.succeed(problemReply(problem)),
        JournalUnavailable: (failed) =>
          Effect.as(Effect.logError("A notification could not be kept", failed.message), problemReply(unavailable))
      }),
      Effect.catch((refusal) => Effect.succeed(problemReply(problemOf(refusal))))
    )
  })
}
