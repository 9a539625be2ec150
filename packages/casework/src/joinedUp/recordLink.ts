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
import type { JoinedUpRecords, JournalUnavailable, StreamReferences, VersionConflict } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import type { NewIds } from "../NewIds.ts"
import { joinedUpEvents } from "./joinedUpEvents.ts"
import { recordDecided } from "./recordDecided.ts"

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

const record = (about: StreamReferences, command: LinkCommand, by: PersonId): Recorded =>
  recordDecided(about, by, () =>
    Effect.flatMap(joinedUpEvents, ({ links }) => Effect.fromResult(decideLink(command, links)))
  )

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
