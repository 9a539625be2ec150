/** What the police told us that belongs to no episode here, and that a person has to chase. */
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildState, EarlyNotification, PathwayEvent } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { mashOrFallback } from "../recipients/Roster.ts"
import { isNews } from "./freshNews.ts"
import {
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once,
  whenAsked
} from "./OwedMessage.ts"
import { otherReports } from "./otherReports.ts"

/** When the child was last seen by the open report that the news may be of. */
const lookedForHere = (state: ChildState, notification: EarlyNotification): Instant | undefined =>
  state.episodes.find((episode) =>
    otherReports(state, episode).some((other) => other._tag === "Waiting" && other.notification === notification)
  )?.missingAt

/** News of a report that has not come itself: MASH is told at once, in the channel and each of them, and chases it. */
export const early = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, there, announceFrom } = snapshot
  return entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "NotificationReceived" || event.episodeId !== undefined || recordedAt < announceFrom) return []
    // Nobody is asked to chase the report of a child who died.
    if (state.death !== undefined) return []
    const { notification } = event
    const isWaiting = state.early.some(({ policeReference }) => policeReference === notification.policeReference)
    if (!isWaiting || notification.kind === "missing") return []
    const key: MessageKey = `early:${version}`
    const message = whenAsked(() => ({
      _tag: "EarlyNews",
      child,
      notification,
      ...definedFields({ lastSeenHere: lookedForHere(state, notification) })
    }))
    return [
      once(key, channel, message, "alert", recordedAt),
      ...includeExistingRecipients(snapshot, key, mashOrFallback(there)).map((person) =>
        once(`${key}:${person}`, { _tag: "Person", person } as const, message, "alert", recordedAt)
      )
    ]
  })
}

/** What tells of the child after people have rung. */
const tellsOfChild = ({ _tag }: PathwayEvent): boolean =>
  _tag === "NotificationReceived" ||
  _tag === "ChildFound" ||
  _tag === "ChildReturned" ||
  _tag === "EndRevised" ||
  _tag === "EpisodeCorrected" ||
  _tag === "EpisodeCancelled" ||
  _tag === "EpisodeClosed" ||
  _tag === "EpisodeTransferred"

/** Whether this child's record was told of since, or what was turned away is no news any more. */
const isTurnedAwayOver = (snapshot: CaseSnapshot, place: number, recordedAt: Instant): boolean =>
  snapshot.state.death !== undefined ||
  !isNews(snapshot, recordedAt) ||
  snapshot.entries.slice(place + 1).some(({ recorded: { event } }) => tellsOfChild(event))

/** Refused to the police's system, which may tell nobody: people are told, so that one of them rings. */
export const turnedAwayNews = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, entries, announceFrom } = snapshot
  return entries.flatMap(({ version, recorded: { recordedAt, event } }, place) =>
    event._tag === "NotificationTurnedAway" &&
    !isTurnedAwayOver(snapshot, place, recordedAt) &&
    recordedAt >= announceFrom
      ? [
          once(
            `turned-away:${version}`,
            channel,
            () => ({ _tag: "MisdirectedNews", child, notification: event.notification }),
            "alert",
            recordedAt
          )
        ]
      : []
  )
}
