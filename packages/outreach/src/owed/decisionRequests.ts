/** What only a person can decide, asked of the Missing Co-ordinators until one of them or another has decided. */

import { decisionsOwed } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import {
  type ChildState,
  type Episode,
  type EpisodeId,
  episodeById,
  interviewOf,
  type PersonId
} from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import type { ReportSettlement, Settlement } from "../message/decisionMessages.ts"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback, recipientsFor } from "../recipients/Roster.ts"
import { coordinatorsFor } from "./coordinatorsOwed.ts"
import { isMissingAfterAllBy } from "./lastMissingAfterAll.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

interface DecisionRequest {
  readonly key: MessageKey
  readonly entry: JournalEntry
  readonly people: ReadonlyArray<PersonId>
  readonly isOwed: boolean
  readonly message: () => Message
}

/** To each of them while it is owed, and to everyone who has it while there is a message to keep current. */
const asked = (
  snapshot: CaseSnapshot,
  { key, entry, people, isOwed, message }: DecisionRequest
): ReadonlyArray<OwedMessage> => {
  const made = whenAsked(message)
  return includeExistingRecipients(snapshot, key, isOwed ? people : []).map((person) => ({
    ...once(`${key}:${person}`, { _tag: "Person", person } as const, made, "required", entry.recorded.recordedAt),
    keptCurrent: true
  }))
}

/** The first that was recorded of it after it was asked; that it was cancelled, while nobody has reopened it. */
const settledBy = (later: ReadonlyArray<JournalEntry>, id: EpisodeId): Settlement | undefined => {
  let settled: Settlement | undefined
  for (const { recorded } of later) {
    const { event, recordedAt: at, recordedBy: by } = recorded
    if (!("episodeId" in event) || event.episodeId !== id) continue
    switch (event._tag) {
      case "CancellationDeclined":
      case "EpisodeCancelled":
      case "MissingAfterAll":
        settled ??= { _tag: event._tag, by, at }
        break
      case "EpisodeReopened":
        if (settled?._tag === "EpisodeCancelled") settled = { _tag: event._tag, by, at }
        break
      default:
    }
  }
  return settled
}

/** Whether the report had been cancelled, and what was told at that moment of a find or return undid it. */
const wasCancelledBefore = (before: ReadonlyArray<JournalEntry>, id: EpisodeId, at: Instant): boolean => {
  const standing = before.findLast(
    ({ recorded: { event, recordedAt } }) =>
      "episodeId" in event &&
      event.episodeId === id &&
      ["EpisodeCancelled", "EpisodeReopened", "MissingAfterAll", "EpisodeOpened"].includes(event._tag) &&
      recordedAt < at
  )
  return standing?.recorded.event._tag === "EpisodeCancelled"
}

/** A cancellation that was sent of a child who is back, or who has a recorded interview. */
export const cancellationRequests = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, there, announceFrom } = snapshot
  return entries.flatMap((entry, place) => {
    const { version, recorded } = entry
    const { event, recordedAt } = recorded
    if (event._tag !== "CancellationQuestioned" || recordedAt < announceFrom) return []
    const episode = Option.getOrUndefined(episodeById(state, event.episodeId))
    if (episode === undefined) return []
    const settled = settledBy(entries.slice(place + 1), episode.id)
    const isOwed = settled === undefined && decisionsOwed(state, episode).includes("cancellation")
    return asked(snapshot, {
      key: `cancellation:${version}`,
      entry,
      people: holdersOrFallback(there, "missing-coordinator"),
      isOwed,
      message: () =>
        isOwed
          ? {
              _tag: "CancellationQuestion",
              child,
              state,
              episode,
              sentAt: event.sentAt,
              ...(wasCancelledBefore(entries.slice(0, place), episode.id, recordedAt) ? { wasCancelled: true } : {})
            }
          : { _tag: "CancellationSettled", child, episode, settled }
    })
  })
}

/** What a person said of it, or else what was sent since: that may leave some of it open. */
const reportSettledBy = (
  later: ReadonlyArray<JournalEntry>,
  ids: ReadonlySet<EpisodeId>
): ReportSettlement | undefined => {
  let since: ReportSettlement | undefined
  for (const { recorded } of later) {
    const { event, recordedAt: at, recordedBy: by } = recorded
    if (!("episodeId" in event) || event.episodeId === undefined || !ids.has(event.episodeId)) continue
    switch (event._tag) {
      case "ReportDeclined":
        return { _tag: "AsRecorded", by, at }
      case "EpisodeReopened":
        return { _tag: "PutRight", by, at }
      case "ChildFound":
      case "ChildReturned":
      case "EpisodeCancelled":
        if (event.sentAt === undefined) return { _tag: "PutRight", by, at }
        since = { _tag: "ToldSince", at }
        break
      case "EpisodeCorrected":
        if ((event.foundAt ?? event.returnedAt ?? event.withdrawn ?? event.missingAt) !== undefined)
          return { _tag: "PutRight", by, at }
        break
      case "EndRevised":
      case "EpisodeUpdated":
      case "MissingAfterAll":
        since = { _tag: "ToldSince", at }
        break
      default:
    }
  }
  return since
}

/** An episode with those that were joined to it. */
const withJoined = ({ episodes }: ChildState, { id }: Episode): ReadonlySet<EpisodeId> =>
  new Set([
    id,
    ...episodes.flatMap((other) =>
      other.progress._tag === "Cancelled" && other.progress.duplicateOf === id ? [other.id] : []
    )
  ])

/** What was told contradicts what is recorded: asked once with all of it, and again where more is told. */
export const reportRequests = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom } = snapshot
  const all = entries.filter(
    ({ recorded: { event, recordedAt } }) =>
      event._tag === "NotificationSetAside" && event.toDecide === true && recordedAt >= announceFrom
  )
  if (all.length === 0) return []
  return state.episodes.flatMap((episode) => {
    if (episode.progress._tag === "Cancelled" && episode.progress.duplicateOf !== undefined) return []
    const ids = withJoined(state, episode)
    const made = all.filter(({ recorded: { event } }) => "episodeId" in event && ids.has(event.episodeId as EpisodeId))
    const isAsked = decisionsOwed(state, episode).includes("report-in-question")
    return made.flatMap((entry): ReadonlyArray<OwedMessage> => {
      const key: MessageKey = `report-in-question:${entry.version}`
      const isLast = entry === made.at(-1)
      const isOwed = isAsked && isLast
      const settled = (): ReportSettlement | undefined =>
        isAsked ? { _tag: "AskedLater" } : reportSettledBy(entries.slice(entries.indexOf(entry) + 1), ids)
      return asked(snapshot, {
        key,
        entry,
        people: coordinatorsFor(snapshot, episode, key, entry.recorded.recordedAt),
        isOwed,
        message: () =>
          isOwed
            ? { _tag: "ReportQuestion", child, state, episode }
            : { _tag: "ReportSettled", child, episode, settled: settled() }
      })
    })
  })
}

/** An interview was recorded, and then the child was missing after all. */
export const interviewRequests = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom } = snapshot
  return state.episodes.flatMap((episode) => {
    const made = entries.filter(
      ({ recorded }) => recorded.recordedAt >= announceFrom && isMissingAfterAllBy(recorded, episode)
    )
    const isInQuestion = decisionsOwed(state, episode).includes("interview-in-question")
    const interview = interviewOf(state, episode.id)
    const interviewer = interview?.interviewer ?? interview?.completed?.interviewer
    return made.flatMap((entry): ReadonlyArray<OwedMessage> => {
      const key: MessageKey = `interview-in-question:${entry.version}:${episode.id}`
      const isOwed = isInQuestion && entry === made.at(-1)
      const at = entry.recorded.recordedAt
      const people = coordinatorsFor(snapshot, episode, key, at)
      const toCoordinators = asked(snapshot, {
        key,
        entry,
        people,
        isOwed,
        message: () =>
          isOwed && interview !== undefined
            ? { _tag: "InterviewQuestion", child, state, episode, interview }
            : { _tag: "InterviewSettled", child }
      })
      if (!isOwed || interviewer === undefined) return toCoordinators
      const offKey: MessageKey = `interview-off:${entry.version}:${episode.id}`
      const toInterviewer = recipientsFor({ ...snapshot, person: interviewer, key: `${offKey}:${interviewer}`, at })
      return [
        ...toCoordinators,
        ...toInterviewer.map((person) =>
          once(
            `${offKey}:${person}`,
            { _tag: "Person", person } as const,
            () => ({ _tag: "InterviewOnHold", child, isHeld: interview?.completed !== undefined }),
            "required",
            at
          )
        )
      ]
    })
  })
}
