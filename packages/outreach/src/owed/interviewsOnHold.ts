/** That a child is missing again by a later report, to the interviewer who has their interview: it waits. */
import {
  interviewerOf,
  interviewStatus,
  isInterviewOwed,
  laterDisappearance,
  waitsForReturnUnder
} from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { recipientsFor } from "../recipients/Roster.ts"
import { type CaseSnapshot, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

/** Told once for each interview and later report; once the child is back, the message says that it goes on. */
export const interviewsOnHold = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom, delivered } = snapshot
  if (state.death !== undefined) return []
  const seen = new Set<string>()
  return state.episodes.toReversed().flatMap((episode) => {
    const standing = interviewStatus(state, episode)
    const person = interviewerOf(standing)
    const later = laterDisappearance(state, episode)
    if (standing._tag !== "Assigned" || person === undefined || later === undefined) return []
    const interviewId = standing.interview.id
    const reported = entries.find(
      ({ recorded: { event } }) => event._tag === "EpisodeOpened" && event.episodeId === later.id
    )
    const given = entries.findLast(
      ({ recorded: { event } }) => event._tag === "InterviewAssigned" && event.interviewId === interviewId
    )
    if (reported === undefined || reported.recorded.recordedAt < announceFrom || seen.has(interviewId)) return []
    // Given to them since, that message says so.
    if (given !== undefined && given.version > reported.version) return []
    seen.add(interviewId)
    const at = reported.recorded.recordedAt
    const key: MessageKey = `interview-off:${reported.version}:${episode.id}`
    const isOver = waitsForReturnUnder(state, episode) === undefined
    const message = whenAsked(() => ({
      _tag: "InterviewOnHold",
      child,
      isHeld: false,
      again: {
        since: later.missingAt,
        isOver,
        ...(later.progress._tag === "Found" ? { foundAt: later.progress.foundAt } : {})
      }
    }))
    return recipientsFor({ ...snapshot, person, key: `${key}:${person}`, at })
      .map((reader) => ({
        ...once(`${key}:${reader}`, { _tag: "Person", person: reader } as const, message, "required", at),
        keptCurrent: true
      }))
      .filter((one) => (isInterviewOwed(standing) && !isOver) || delivered.get(one.key)?._tag === "Sent")
  })
}
