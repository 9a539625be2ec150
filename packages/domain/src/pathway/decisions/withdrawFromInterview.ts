import * as Equal from "effect/Equal"
import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import type { WithdrawFromInterview, Withdrawn } from "../commands.ts"
import type { EventOf, PathwayEvent } from "../events.ts"
import { answerOf, isFor } from "../offer.ts"
import { ClosedOnInterview, FurtherSessionsFirst, RestsOnIt } from "../refusals.ts"
import { interviewOf, notDoneOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, type Decision, refuse } from "./decision.ts"

type Ids = readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]
type FactWithdrawn = EventOf<"InterviewFactWithdrawn">

const factWithdrawn = (
  command: WithdrawFromInterview,
  interviewId: InterviewId,
  episodeIds: Ids,
  more: Partial<Pick<FactWithdrawn, "at" | "attempt">> = {}
): FactWithdrawn => ({
  _tag: "InterviewFactWithdrawn",
  interviewId,
  what: command.withdrawn.what,
  episodeIds,
  reason: command.reason,
  ...more
})

/** The open episodes that share a fact with this one, this one first. */
const episodesSharing = (
  state: ChildState,
  { id }: Episode,
  interview: Interview,
  fact: { readonly episodeIds?: ReadonlyArray<EpisodeId> } | undefined
): Ids => {
  const isOpenStill = (other: EpisodeId) =>
    state.episodes.some((episode) => episode.id === other && episode.closure === undefined)
  const others = fact?.episodeIds ?? interview.episodeIds
  return [id, ...others.filter((other) => other !== id && isOpenStill(other))]
}

/** Every answer of these episodes taken back: without the offer there is nothing that was answered. */
const answersWithdrawn = (
  { id: interviewId, answers = [] }: Interview,
  command: WithdrawFromInterview,
  ids: Ids
): ReadonlyArray<PathwayEvent> =>
  ids.flatMap((id) =>
    answers
      .filter((answer) => isFor(answer, id))
      .map(() => ({ ...factWithdrawn(command, interviewId, [id]), what: "answer" }) as const)
  )

const withdrawOffer = (
  state: ChildState,
  episode: Episode,
  interview: Interview,
  command: WithdrawFromInterview,
  at: FactWithdrawn["at"]
): Decision => {
  const own = (interview.offers ?? []).findLast((offer) => isFor(offer, episode.id))
  if (own === undefined || own.offeredAt !== at) return accept()
  if (interview.completed !== undefined) return refuse(RestsOnIt)
  const ids: Ids = command.onlyThisEpisode === true ? [episode.id] : episodesSharing(state, episode, interview, own)
  return accept(
    ...answersWithdrawn(interview, command, ids),
    factWithdrawn(command, interview.id, ids, { at: own.offeredAt })
  )
}

const withdrawAnswer = (
  state: ChildState,
  episode: Episode,
  interview: Interview,
  command: WithdrawFromInterview,
  response: string
): Decision => {
  if (interview.completed !== undefined) return refuse(RestsOnIt)
  if (answerOf(interview, episode) !== response) return accept()
  const own = interview.answers?.findLast((answer) => isFor(answer, episode.id))
  const ids: Ids = command.onlyThisEpisode === true ? [episode.id] : episodesSharing(state, episode, interview, own)
  return accept(factWithdrawn(command, interview.id, ids))
}

const withdrawNotDone = (
  state: ChildState,
  episode: Episode,
  interview: Interview | undefined,
  command: WithdrawFromInterview,
  reason: string
): Decision => {
  if (notDoneOf(interview, episode)?.reason !== reason) return accept()
  const own = interview?.reasons?.findLast((one) => isFor(one, episode.id))
  if (interview === undefined || own === undefined) {
    const { interviewId: _, ...withdrawn } = factWithdrawn(command, "" as InterviewId, [episode.id])
    return accept(withdrawn)
  }
  const ids: Ids = command.onlyThisEpisode === true ? [episode.id] : episodesSharing(state, episode, interview, own)
  return accept(factWithdrawn(command, interview.id, ids))
}

const withdrawCompletion = (
  state: ChildState,
  episode: Episode,
  interview: Interview,
  command: WithdrawFromInterview,
  at: FactWithdrawn["at"]
): Decision => {
  const { completed, furtherSessions, episodeIds, id: interviewId } = interview
  if (completed === undefined || completed.completedAt !== at) return accept()
  if (command.onlyThisEpisode === true && episodeIds.length > 1) {
    return accept({ _tag: "InterviewNarrowed", interviewId, episodeIds: [episode.id], reason: command.reason })
  }
  if (furtherSessions !== undefined) return refuse(FurtherSessionsFirst)
  const isClosedOnIt = state.episodes.some(({ id, closure }) => episodeIds.includes(id) && closure?._tag === "Closed")
  if (isClosedOnIt) return refuse(ClosedOnInterview)
  return accept(factWithdrawn(command, interviewId, episodeIds, { at }))
}

const withdrawFact = (
  state: ChildState,
  episode: Episode,
  interview: Interview,
  command: WithdrawFromInterview,
  withdrawn: Exclude<Withdrawn, { readonly what: "not-done" }>
): Decision => {
  const { id, episodeIds, attempts = [], carerOffer, furtherSessions = [] } = interview
  switch (withdrawn.what) {
    case "offer":
      return withdrawOffer(state, episode, interview, command, withdrawn.offeredAt)
    case "answer":
      return withdrawAnswer(state, episode, interview, command, withdrawn.response)
    case "attempt": {
      const { attemptedAt: at, ...attempt } = withdrawn.attempt
      const isThere = attempts.some((one) => Equal.equals(one, withdrawn.attempt))
      return isThere ? accept(factWithdrawn(command, id, episodeIds, { at, attempt })) : accept()
    }
    case "carer-offer": {
      const at = carerOffer?.offeredAt
      return at === withdrawn.offeredAt ? accept(factWithdrawn(command, id, episodeIds, { at })) : accept()
    }
    case "completed":
      return withdrawCompletion(state, episode, interview, command, withdrawn.completedAt)
    case "further-session": {
      const { completedAt: at } = withdrawn
      const isThere = furtherSessions.some(({ completedAt }) => completedAt === at)
      return isThere ? accept(factWithdrawn(command, id, episodeIds, { at })) : accept()
    }
  }
}

/** Takes back what was logged wrongly; what rests on it has to be withdrawn first. */
export const withdrawFromInterview = (
  state: ChildState,
  episode: Episode,
  command: WithdrawFromInterview
): Decision => {
  const { withdrawn } = command
  const interview = interviewOf(state, episode.id)
  if (withdrawn.what === "not-done") return withdrawNotDone(state, episode, interview, command, withdrawn.notDone)
  return interview === undefined ? accept() : withdrawFact(state, episode, interview, command, withdrawn)
}
