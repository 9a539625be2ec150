/** Who may be a child's allocated worker: they are sent alerts about the child, and asked what only a worker may answer. */
import { Casework, People, reachOf } from "@safe-return/casework"
import {
  type ChildReference,
  type EpisodeId,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  type PersonId
} from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { findEpisode } from "../../handlers/findCase.ts"
import { InvalidSubmission } from "../form.ts"

const NO_WORKER =
  "Choose a worker or team manager: that person is neither in Safe Return, so they could not do what an allocated worker is asked to do."

/** Source: Rotherham operating guidance, section 3: the interview is for someone independent of the case. */
const HAS_INTERVIEW =
  "That person has the return home interview of this child, which is for someone independent. Give the interview to another first."

const refused = (sentence: string): InvalidSubmission =>
  new InvalidSubmission({ fields: { allocatedWorker: sentence } })

export const checkAllocated = Effect.fn("checkAllocated")(function* (
  child: ChildReference,
  episodeId: EpisodeId,
  workers: ReadonlyArray<PersonId>
) {
  const people = yield* People
  for (const worker of workers) {
    const reach = reachOf(yield* people.rolesOf(worker), "answer-considerations")
    if (reach !== "any" && reach !== "own") return yield* refused(NO_WORKER)
  }
  const casework = yield* Casework
  const state = yield* casework.get(child)
  const episode = yield* findEpisode(state, episodeId)
  const interview = interviewOf(state, episodeId)
  const isOwed = isInterviewOwed(interviewStatus(state, episode))
  const { interviewer, knownAdult } = interview ?? {}
  if (isOwed && interviewer !== undefined && knownAdult !== true && workers.includes(interviewer))
    return yield* refused(HAS_INTERVIEW)
})
