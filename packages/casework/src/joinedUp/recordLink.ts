/** A person says that two references are of one child, or that they are not: once, however often it is sent. */
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import {
  decideLink,
  foldLinks,
  type LinkCommand,
  type LinkEvent,
  type LinkId,
  type LinkRefusal
} from "@safe-return/domain/joinedUp"
import { ChildReference, type PersonId } from "@safe-return/domain/pathway"
import { JoinedUpRecords, JournalUnavailable, type StreamReferences, type VersionConflict } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { NewIds } from "../NewIds.ts"
import { joinedUpEvents } from "./joinedUpEvents.ts"

interface NewLink {
  readonly linkId: LinkId
  readonly education: PupilReference
  readonly socialCare: ChildReference
}

type Recorded = Effect.Effect<
  ReadonlyArray<LinkEvent>,
  LinkRefusal | VersionConflict | JournalUnavailable,
  JoinedUpRecords | NewIds
>

/** How often it is decided again because another person recorded something meanwhile, before giving up. */
const ATTEMPTS = 20

const record = (about: StreamReferences, command: LinkCommand, by: PersonId): Recorded => {
  const once = Effect.gen(function* () {
    const records = yield* JoinedUpRecords
    const newIds = yield* NewIds
    // Read before the links are: what is recorded in between is either decided on, or refused by its version.
    const stream = yield* records.read(about)
    const { links } = yield* joinedUpEvents
    const events = yield* Effect.fromResult(decideLink(command, links))
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

const today = Effect.map(Clock.currentTimeMillis, (now) => londonDayOf(Instant(now)))

export const confirmLink = ({ linkId, education, socialCare }: NewLink, by: PersonId): Recorded =>
  Effect.flatMap(today, (confirmedOn) =>
    record(
      { education, socialCare },
      {
        _tag: "ConfirmLink",
        linkId,
        educationReference: education,
        socialCareReference: socialCare,
        confirmedBy: by,
        confirmedOn
      },
      by
    )
  )

/** Refuses a link that nobody confirmed. */
export const undoLink = Effect.fn("undoLink")(function* (linkId: LinkId, by: PersonId) {
  const undoneOn = yield* today
  const { standing, contradicting, undone } = foldLinks((yield* joinedUpEvents).links)
  const link = [...standing, ...contradicting, ...undone].find((one) => one.linkId === linkId)
  const about =
    link === undefined
      ? {}
      : {
          education: PupilReference.make(link.educationReference),
          socialCare: ChildReference.make(link.socialCareReference)
        }
  return yield* record(about, { _tag: "UndoLink", linkId, undoneBy: by, undoneOn }, by)
})
