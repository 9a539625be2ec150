/** What has to be handed over, once somebody's time away has begun. */
import { calendars } from "@safe-return/domain/calendar"
import { isWorkingTime } from "@safe-return/domain/deadlines"
import { type Episode, type InterviewId, interviewStanding, isInterviewOwed } from "@safe-return/domain/pathway"
import { handOverNeeded } from "../messages/handOverNeeded.ts"
import { type CaseToTell, type OwedMessage, once } from "./OwedMessage.ts"
import { presentHolders } from "./WhoIsThere.ts"

/** It waits for the office: meanwhile whoever covers is reminded of what falls due. */
const isOfficeOpen = ({ now }: CaseToTell, { policy }: Episode): boolean =>
  policy.workingHours === undefined ||
  isWorkingTime(now, policy.workingHours.value, calendars[policy.interview.calendar])

/** Once for each interview and time away, to the Missing Co-ordinators, or the team managers where none is there, and the cover. */
export const handOvers = (told: CaseToTell): ReadonlyArray<OwedMessage> => {
  const { child, state, there, now } = told
  const said = new Set<InterviewId>()
  return state.episodes.flatMap((episode) => {
    const standing = interviewStanding(state, episode)
    if (standing._tag !== "Assigned" || !isInterviewOwed(standing) || said.has(standing.interview.id)) return []
    const { id, interviewer } = standing.interview
    const acting = there.acting(interviewer)
    if (acting._tag === "Themselves" || !isOfficeOpen(told, episode)) return []
    said.add(id)
    const coordinators = presentHolders(there, "missing-coordinator")
    const people = new Set([
      ...(coordinators.length === 0 ? presentHolders(there, "team-manager") : coordinators),
      ...(acting._tag === "Cover" ? [acting.person] : [])
    ])
    const content = handOverNeeded({ child, episode, interviewer, acting, now })
    return [...people].map((person) =>
      once(
        `hand-over:${id}:${interviewer}:${acting.away.from}:${person}`,
        { _tag: "Person", person } as const,
        content,
        "task"
      )
    )
  })
}
