import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import { definedFields } from "../../definedFields.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type Check, firstRefusal, pass, refuseIf } from "../check.ts"
import type { LogInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { checkWhoIsLeftOut } from "../leftOut.ts"
import { answerOf, isDeclined, offeredAtOf } from "../offer.ts"
import {
  CompletedBeforeOffer,
  CompletedButNotAccepted,
  InterviewAlreadyCompleted,
  NothingToLog,
  OfferAlreadyRecorded,
  OfferedBeforeFound,
  OfferMissing
} from "../refusals.ts"
import { foundOrReturnedAt, interviewOf, isOpen } from "../standing.ts"
import type { ChildState, CompletedInterview, Episode, Interview } from "../state.ts"
import { type ToCover, toCover } from "./coverEpisodes.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, refuse } from "./decision.ts"
import { covering } from "./extendInterview.ts"
import { checkHeldBy } from "./independence.ts"
import { type InterviewTarget, interviewTarget } from "./openInterview.ts"
import { checkHeldOnceBack, isBefore } from "./timesInOrder.ts"

/** What the log is about: the episode named, every open episode the interview covers, and the interview if there is one. */
interface About {
  readonly episode: Episode
  readonly covered: ReadonlyArray<Episode>
  readonly added: ToCover
  readonly interview: Interview | undefined
}

const checkOffer = (command: LogInterview, about: About, { now }: DecisionContext): Check => {
  const { offeredAt } = command
  const { episode, interview } = about
  const recorded = offeredAtOf(interview, episode)
  if (offeredAt === undefined) return refuseIf(recorded === undefined, OfferMissing)
  return firstRefusal(
    () => refuseIf(recorded !== undefined && recorded !== offeredAt, OfferAlreadyRecorded),
    () => refuseIf(isBefore(offeredAt, foundOrReturnedAt(episode)), OfferedBeforeFound),
    () => checkNotFuture({ offeredAt }, now, episode.policy.futureToleranceMinutes.value)
  )
}

const checkCompletion = (command: LogInterview, about: About, { now, by }: DecisionContext): Check => {
  const { completed, response } = command
  const { interview, covered, episode } = about
  if (completed === undefined) return pass
  const { completedAt } = completed
  const offeredAt = command.offeredAt ?? offeredAtOf(interview, episode)
  return firstRefusal(
    () => checkHeldOnceBack(completedAt, covered),
    () => refuseIf(isBefore(completedAt, offeredAt), CompletedBeforeOffer),
    () => refuseIf(response !== undefined && response !== "accepted", CompletedButNotAccepted),
    () => checkHeldBy({ ...command, heldBy: completed.interviewer }, interview, covered),
    () => checkWhoIsLeftOut(command.keptFrom, [completed.interviewer, by]),
    () => checkNotFuture({ completedAt }, now, episode.policy.futureToleranceMinutes.value)
  )
}

/** The episodes an offer is for: the one named, and those over by then that have had none of their own. */
const offeredFor = (offeredAt: Instant, { episode, interview, covered }: About): ReadonlyArray<EpisodeId> =>
  covered
    .filter((one) => {
      const since = foundOrReturnedAt(one)
      const isOver = since !== undefined && since <= offeredAt
      return offeredAtOf(interview, one) === undefined && (isOver || one.id === episode.id)
    })
    .map(({ id }) => id)

/** The episodes an answer is for: the one named, and those for which it was offered. */
const answeredFor = (
  response: NonNullable<LogInterview["response"]>,
  offered: ReadonlyArray<EpisodeId>,
  { episode, interview, covered }: About
): ReadonlyArray<EpisodeId> => {
  const hasThatAnswer = (one: Episode) =>
    answerOf(interview, one) === response && (response !== "declined" || isDeclined(interview, one))
  const isOffered = (one: Episode) => offered.includes(one.id) || offeredAtOf(interview, one) !== undefined
  if (hasThatAnswer(episode)) return []
  return covered.filter((one) => (one.id === episode.id || isOffered(one)) && !hasThatAnswer(one)).map(({ id }) => id)
}

const oneOrMore = (ids: ReadonlyArray<EpisodeId>): readonly [EpisodeId, ...ReadonlyArray<EpisodeId>] | undefined => {
  const [first, ...others] = ids
  return first === undefined ? undefined : [first, ...others]
}

/** As the interview keeps it: that the child asked for this person is said only where it is so. */
const heldAsSaid = ({ knownAdult: _, ...held }: CompletedInterview, isKnownAdult: boolean): CompletedInterview =>
  isKnownAdult ? { ...held, knownAdult: true } : held

const eventsOf = (
  command: LogInterview,
  about: About,
  { interviewId }: InterviewTarget
): ReadonlyArray<PathwayEvent> => {
  const { episode, interview, added } = about
  const { completed, offeredAt, response, knownAdult = false, keptFrom } = command
  const isNewOffer = offeredAt !== undefined && offeredAtOf(interview, episode) === undefined
  const offeredIds = isNewOffer ? offeredFor(offeredAt, about) : []
  const offered = oneOrMore(
    interview === undefined ? [episode.id, ...offeredIds.filter((id) => id !== episode.id)] : offeredIds
  )
  const answered = response === undefined ? undefined : oneOrMore(answeredFor(response, offeredIds, about))
  const events: Array<PathwayEvent> = []
  if (interview !== undefined) events.push(...covering(interview, added))
  if (isNewOffer && offered !== undefined) {
    events.push({ _tag: "InterviewOffered", interviewId, episodeIds: offered, offeredAt })
  }
  if (interview === undefined) {
    // The offer opens it for the episodes it was made for; it covers the others too.
    const opened = { id: interviewId, episodeIds: [episode.id], knownAdult: false } as const
    const left = added.ids.filter((id) => offered?.includes(id) !== true)
    events.push(...covering(opened, { ...added, ids: left, episodes: [] }))
  }
  if (response !== undefined && answered !== undefined) {
    events.push({ _tag: "InterviewAnswered", interviewId, episodeIds: answered, response })
  }
  if (completed !== undefined) {
    events.push({
      _tag: "InterviewCompleted",
      interviewId,
      ...heldAsSaid(completed, knownAdult),
      ...definedFields({ keptFrom })
    })
  }
  return events
}

/** It is on the record just so: what was logged once and is told again changes nothing. */
const isLogged = (command: LogInterview, { completed, ...interview }: Interview, episode: Episode): boolean =>
  completed !== undefined &&
  (command.completed === undefined ||
    Equal.equals(heldAsSaid(command.completed, command.knownAdult ?? false), completed)) &&
  (command.offeredAt === undefined || command.offeredAt === offeredAtOf({ ...interview, completed }, episode)) &&
  (command.response === undefined || command.response === "accepted")

/** Logs what became of an interview: offer, answer and completion, together or one by one. */
export const logInterview = (
  state: ChildState,
  episode: Episode,
  command: LogInterview,
  context: DecisionContext
): Decision => {
  if (command.offeredAt === undefined && command.response === undefined && command.completed === undefined) {
    return refuse(NothingToLog)
  }
  const interview = interviewOf(state, episode.id)
  const already = interview?.episodeIds ?? [episode.id]
  if (interview?.completed !== undefined) {
    const isSame =
      (command.alsoCovers ?? []).every((id) => already.includes(id)) && isLogged(command, interview, episode)
    return isSame ? accept() : refuse(InterviewAlreadyCompleted)
  }
  return Result.flatMap(toCover(state, already, command.alsoCovers ?? []), (added) => {
    const all = [...state.episodes.filter(({ id }) => already.includes(id)), ...added.episodes]
    const about: About = { episode, covered: all.filter(isOpen), added, interview }
    return Result.flatMap(interviewTarget(state, episode, command.newInterviewId), (writtenOn) => {
      const check = firstRefusal(
        () => checkOffer(command, about, context),
        () => checkCompletion(command, about, context)
      )
      return Result.map(check, () => eventsOf(command, about, writtenOn))
    })
  })
}
