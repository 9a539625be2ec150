/** What one person is asked to do: the allocated worker, or a person who was given an interview. */

import { episodeOfInterview, episodesOf } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  interviewById,
  interviewerOf,
  interviewStatus,
  isInterviewOwed,
  isOpen,
  offerOf,
  type PathwayEvent,
  type PersonId
} from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { absenceOf, isInterviewCovered } from "../recipients/InterviewerAbsence.ts"
import { recipientsFor } from "../recipients/Roster.ts"
import { askedToConsider } from "./askedToConsider.ts"
import { toldOfLossSince } from "./interviewsLost.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { planMadeLate } from "./planMadeLate.ts"

/** Once the interview is settled, what is left to consider is asked for. */
export const considerationsToAnswer = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, allocatedWorker, announceFrom } = snapshot
  if (allocatedWorker === undefined) return []
  const settled = entries.flatMap(({ recorded: { recordedAt, event } }) => {
    const isSettled =
      event._tag === "InterviewCompleted" ||
      event._tag === "InterviewNotDone" ||
      (event._tag === "InterviewAnswered" && event.response === "declined")
    return isSettled && recordedAt >= announceFrom
      ? episodesOf(state, event).map((id) => [id, recordedAt] as const)
      : []
  })
  const settledAt = new Map(settled)
  return state.episodes
    .filter((episode) => settledAt.has(episode.id) && isOpen(episode))
    .filter((episode) => !isInterviewOwed(interviewStatus(state, episode)))
    .flatMap((episode) => {
      const keyed: MessageKey = `considerations:${episode.id}`
      const at = settledAt.get(episode.id)
      return askedToConsider(snapshot, episode, keyed, at).map(({ person, ...asked }) => ({
        ...once(
          `${keyed}:${person}`,
          { _tag: "Person", person } as const,
          () => ({ _tag: "ConsiderationsRequest", child, episode, ...asked }),
          "task",
          at
        ),
        keptCurrent: true
      }))
    })
}

type Assigned = Extract<PathwayEvent, { readonly _tag: "InterviewAssigned" }>

/** The time that was planned with the interviewer before, where it did not go with the interview. */
const droppedPlanOf = (
  { entries }: CaseSnapshot,
  version: number,
  { interviewId, interviewer, plannedFor }: Assigned
) => {
  const before = entries.findLast(
    ({ version: earlier, recorded: { event } }) =>
      earlier < version &&
      (event._tag === "InterviewAssigned" || event._tag === "InterviewUnassigned") &&
      event.interviewId === interviewId
  )?.recorded.event
  return plannedFor === undefined &&
    before?._tag === "InterviewAssigned" &&
    before.interviewer !== interviewer &&
    before.plannedFor !== undefined
    ? { droppedPlan: before.plannedFor }
    : {}
}

/** An interviewer is told when an interview is given to them; of several plans, only the last is sent. */
export const interviewerAlerts = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, calendars, announceFrom, there } = snapshot
  return entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "InterviewAssigned" || recordedAt < announceFrom) return []
    const { interviewer, interviewId } = event
    const isOutOfDate = entries.some(
      ({ version: later, recorded: { event: other } }) =>
        later > version && other._tag === "InterviewAssigned" && other.interviewId === interviewId
    )
    if (isOutOfDate) return []
    const interview = Option.getOrUndefined(interviewById(state, interviewId))
    const episode = interview && episodeOfInterview(state, interview)
    // Nothing can be carried out while the child is missing after all: they are told of that.
    if (episode === undefined || episode.progress._tag === "Missing") return []
    const isTheirs = interviewerOf(interviewStatus(state, episode)) === interviewer
    // Under the key it had before there was a cover to tell, so that nobody is told twice.
    const key: MessageKey = `interviewer-alert:${version}`
    const madeLate =
      event.plannedFor === undefined ? undefined : planMadeLate(snapshot, episode, event.plannedFor, version)
    const keyTo = (person: PersonId): MessageKey => {
      const lost = toldOfLossSince(snapshot, interviewId, version, person)
      const again = Math.max(lost ?? version, madeLate ?? version)
      if (again > version) return `${key}:${again}:${person}`
      return person === interviewer ? key : `${key}:${person}`
    }
    return isTheirs
      ? recipientsFor({
          ...snapshot,
          person: interviewer,
          key,
          at: recordedAt,
          mayCover: isInterviewCovered(snapshot.there, interviewer)
        }).map((person) => ({
          ...once(
            keyTo(person),
            { _tag: "Person", person } as const,
            () => ({
              _tag: "InterviewAssignment",
              child,
              state,
              episode,
              interviewer,
              calendars,
              assignedAt: recordedAt,
              isOffered: offerOf(interview, episode)._tag === "Offered",
              ...droppedPlanOf(snapshot, version, event),
              ...(person === interviewer
                ? {}
                : { isCopy: true, ...definedFields({ absence: absenceOf(there, interviewer) }) }),
              ...(event.plannedFor === undefined ? {} : { plannedFor: event.plannedFor })
            }),
            "task",
            recordedAt
          ),
          keptCurrent: true
        }))
      : []
  })
}
