/** What one person is asked to do: the allocated worker, and whoever was given an interview. */
import { episodeById, interviewStanding, isInterviewOwed, isOpen, unanswered } from "@safe-return/domain/pathway"
import { Option } from "effect"
import { episodesOf } from "../casework/episodesOf.ts"
import { considerationsAsked } from "../messages/considerationsAsked.ts"
import { interviewerAlert } from "../messages/interviewAssigned.ts"
import { type CaseToTell, type OwedMessage, once } from "./OwedMessage.ts"

/** Once the interview is settled, the allocated worker is asked for what they then have to consider. */
export const considerationsToAnswer = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, allocatedWorker, announceFrom } = told
  if (allocatedWorker === undefined) return []
  const settled = entries.flatMap(({ recorded: { recordedAt, event } }) => {
    const isSettled =
      event._tag === "InterviewCompleted" ||
      event._tag === "InterviewNotDone" ||
      (event._tag === "InterviewAnswered" && event.response === "declined")
    return isSettled && recordedAt >= announceFrom ? episodesOf(state, event) : []
  })
  return state.episodes
    .filter((episode) => settled.includes(episode.id) && isOpen(episode))
    .filter((episode) => !isInterviewOwed(interviewStanding(state, episode)))
    .filter(({ considerations = {} }) => unanswered(considerations).length > 0)
    .map((episode) =>
      once(
        `considerations:${episode.id}:${allocatedWorker}`,
        { _tag: "Person", person: allocatedWorker },
        considerationsAsked({ child, episode }),
        "task"
      )
    )
}

/**
 * Whoever has an interview now is told when it is given to them, not by the first reminder. Of several words on it while
 * nothing could be sent, only the last: an earlier one may name a plan that was dropped.
 */
export const interviewerAlerts = ({ child, state, entries, announceFrom }: CaseToTell): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "InterviewAssigned" || recordedAt < announceFrom) return []
    const { interviewer, interviewId } = event
    const isOutOfDate = entries.some(
      ({ version: later, recorded: { event: other } }) =>
        later > version && other._tag === "InterviewAssigned" && other.interviewId === interviewId
    )
    if (isOutOfDate) return []
    const episode = Option.getOrUndefined(episodeById(state, event.episodeIds[0]))
    if (episode === undefined) return []
    const standing = interviewStanding(state, episode)
    const isTheirs = standing._tag === "Assigned" && standing.interview.interviewer === interviewer
    return isTheirs && standing.interview.id === interviewId
      ? [
          once(
            `interviewer-alert:${version}`,
            { _tag: "Person", person: interviewer },
            interviewerAlert({
              child,
              episode,
              interviewer,
              ...(event.plannedFor === undefined ? {} : { plannedFor: event.plannedFor })
            }),
            "task"
          )
        ]
      : []
  })
