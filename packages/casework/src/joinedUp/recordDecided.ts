/** What joins strands is decided on its stream and recorded, once more where another wrote there meanwhile. */
import { Instant } from "@safe-return/domain/calendar"
import type { LinkEvent, StrandRowEvent } from "@safe-return/domain/joinedUp"
import type { PersonId } from "@safe-return/domain/pathway"
import { JoinedUpRecords, type JoinedUpStream, JournalUnavailable, type StreamReferences } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { NewIds } from "../NewIds.ts"

/** How often it is decided again because another person or program recorded something meanwhile, before giving up. */
const ATTEMPTS = 20

/** @param decide asked after the stream is read: what others record from then on is refused by its version */
export const recordDecided = <
  Event extends LinkEvent | StrandRowEvent,
  Refusal extends { readonly _tag: string },
  Needs
>(
  about: StreamReferences,
  by: PersonId,
  decide: (stream: JoinedUpStream) => Effect.Effect<ReadonlyArray<Event>, Refusal, Needs>
) => {
  const once = Effect.gen(function* () {
    const records = yield* JoinedUpRecords
    const newIds = yield* NewIds
    const stream = yield* records.read(about)
    const events = yield* decide(stream)
    if (events.length === 0) return events
    const recordedAt = Instant(yield* Clock.currentTimeMillis)
    const entries = yield* Effect.forEach(events, (event) =>
      Effect.map(newIds.event, (id) => ({ id, recorded: { recordedAt, recordedBy: by, event } }))
    )
    yield* Effect.catchTag(records.append(stream.about, stream.version, entries), "EventIdUsed", ({ message }) =>
      Effect.fail(new JournalUnavailable({ path: "the joined-up view", reason: message }))
    )
    return events
  })
  return Effect.retry(Effect.uninterruptible(once), { while: ({ _tag }) => _tag === "StreamMoved", times: ATTEMPTS })
}
