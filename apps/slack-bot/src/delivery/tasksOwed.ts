/** What one person is asked to do: the allocated worker, and whoever was given an interview. */
import {
  interviewById,
  interviewerOf,
  interviewStanding,
  isInterviewOwed,
  isOpen,
  type PersonId,
  unanswered
} from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import { episodeOfInterview } from "../casework/episodeOfInterview.ts"
import { episodesOf } from "../casework/episodesOf.ts"
import { considerationsAsked } from "../messages/considerationsAsked.ts"
import { interviewerAlert } from "../messages/interviewAssigned.ts"
import { type CaseToTell, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { toldFor } from "./WhoIsThere.ts"

/** Once the interview is settled, the allocated worker is asked for what they then have to consider. */
export const considerationsToAnswer = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, allocatedWorker, announceFrom } = told
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
    .filter((episode) => !isInterviewOwed(interviewStanding(state, episode)))
    .filter(({ considerations = {} }) => unanswered(considerations).length > 0)
    .flatMap((episode) => {
      const keyOf = (person: PersonId): DeliveryKey => `considerations:${episode.id}:${person}`
      const at = settledAt.get(episode.id)
      const content = whenAsked(() => considerationsAsked({ child, episode }))
      return toldFor({
        ...told,
        person: allocatedWorker,
        key: keyOf(allocatedWorker),
        ...(at === undefined ? {} : { at })
      }).map((person) => once(keyOf(person), { _tag: "Person", person } as const, content, "task"))
    })
}

/**
 * Whoever has an interview now is told when it is given to them, not by the first reminder. Of several words on it while
 * nothing could be sent, only the last: an earlier one may name a plan that was dropped.
 */
export const interviewerAlerts = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, calendars, announceFrom } = told
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
    const isTheirs = interviewerOf(interviewStanding(state, episode)) === interviewer
    // Under the key it had before there was a cover to tell, so that nobody is told anew.
    const key: DeliveryKey = `interviewer-alert:${version}`
    return isTheirs
      ? toldFor({ ...told, person: interviewer, key, at: recordedAt }).map((person) =>
          once(
            person === interviewer ? key : `${key}:${person}`,
            { _tag: "Person", person } as const,
            () =>
              interviewerAlert({
                child,
                episode,
                interviewer,
                calendars,
                ...(event.plannedFor === undefined ? {} : { plannedFor: event.plannedFor })
              }),
            "task",
            recordedAt
          )
        )
      : []
  })
}
