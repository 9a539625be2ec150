import * as Result from "effect/Result"
import { type Check, firstRefusal, pass, refuseIf } from "../check.ts"
import type { CorrectEpisode } from "../commands.ts"
import type { EventOf } from "../events.ts"
import { evolveAt } from "../evolve.ts"
import { InterviewInTheWay, MissingAfterReported, NothingToCorrect, SameDisappearance } from "../refusals.ts"
import { interviewStatus } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { heardElsewhereFrom } from "../stays.ts"
import { endedWithReturn, restsOnEnd } from "./clearOfInterview.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { isTakenBack } from "./isOnRecord.ts"
import { settleEpisode } from "./settleEpisode.ts"
import { acceptInOrder, isBefore } from "./timesInOrder.ts"

type Changes = Omit<EventOf<"EpisodeCorrected">, "_tag" | "episodeId" | "reason" | "correctedAt">

/** The facts of an episode as a correction names them. */
const asRecorded = (episode: Episode): Partial<Record<keyof Changes, unknown>> => ({ ...episode, ...episode.progress })

/** What is really different from what is recorded. */
const changesOf = (episode: Episode, { _tag, episodeId, reason, ...asked }: CorrectEpisode): Changes => {
  const recorded = asRecorded(episode)
  const { withdrawn, foundAt, returnedAt, ...others } = asked
  // What was taken back is taken back with its times.
  const rest = withdrawn !== undefined && isTakenBack(episode, withdrawn) ? others : asked
  return Object.fromEntries(
    Object.entries(rest).filter(([fact, value]) => value !== undefined && recorded[fact as keyof Changes] !== value)
  )
}

/** Whether the child stays found: the interview can be arranged all the same. */
const staysFound = ({ progress }: Episode, withdrawn: Changes["withdrawn"]): boolean =>
  withdrawn === "returned" && progress._tag === "Returned" && progress.foundAt !== undefined

/** What is taken back must be recorded, and nothing that was offered, answered or held may rest on it. */
const checkWithdrawal = (state: ChildState, episode: Episode, withdrawn: Changes["withdrawn"]): Check => {
  const { progress } = episode
  if (withdrawn === undefined) return pass
  const isRecorded = progress._tag === "Returned" || (withdrawn === "found" && progress._tag === "Found")
  const isHeardElsewhere = heardElsewhereFrom(episode) !== undefined
  const restsOnIt = staysFound(episode, withdrawn)
    ? interviewStatus(state, episode)._tag === "Completed" && !isHeardElsewhere
    : restsOnEnd(state, episode)
  return firstRefusal(
    () => refuseIf(!isRecorded, NothingToCorrect),
    () => refuseIf(restsOnIt, InterviewInTheWay)
  )
}

const checkChanges = (state: ChildState, episode: Episode, changes: Changes): Check => {
  const { missingAt, foundAt, returnedAt, withdrawn } = changes
  const { progress } = episode
  const isReturned = progress._tag === "Returned"
  const isFound = "foundAt" in progress && progress.foundAt !== undefined
  const isAnother = state.episodes.some(
    (other) => other.id !== episode.id && other.progress._tag !== "Cancelled" && other.missingAt === missingAt
  )
  return firstRefusal(
    () => refuseIf((returnedAt !== undefined && !isReturned) || (foundAt !== undefined && !isFound), NothingToCorrect),
    () => refuseIf(isAnother, SameDisappearance),
    () => checkWithdrawal(state, episode, withdrawn)
  )
}

/** Whether a correction moves the report before the time the child was last seen. */
const isReportedEarly = (episode: Episode, { missingAt, reportedAt }: Changes): boolean =>
  (missingAt !== undefined || reportedAt !== undefined) &&
  isBefore(reportedAt ?? episode.reportedAt, missingAt ?? episode.missingAt)

/** Corrects a time or fact of an episode, where the times stay in order; both clocks move with it. */
export const correctEpisode = (
  state: ChildState,
  episode: Episode,
  command: CorrectEpisode,
  { now }: DecisionContext
): Decision => {
  const changes = changesOf(episode, command)
  if (Object.keys(changes).length === 0) return accept()
  const { missingAt, reportedAt, foundAt, returnedAt } = changes
  const times = { missingAt, reportedAt, foundAt, returnedAt }
  const check = firstRefusal(
    () => checkChanges(state, episode, changes),
    () => checkNotFuture(times, now, episode.policy.futureToleranceMinutes.value)
  )
  const { withdrawn } = changes
  const ended =
    withdrawn === undefined || staysFound(episode, withdrawn) ? [] : endedWithReturn(state, episode, command.reason)
  const corrected = {
    _tag: "EpisodeCorrected",
    episodeId: episode.id,
    reason: command.reason,
    ...changes,
    correctedAt: now
  } as const
  const decision = decideAfter(check, () => acceptInOrder(state, episode.id, ...ended, corrected))
  if (Result.isSuccess(decision) && isReportedEarly(episode, changes)) return refuse(MissingAfterReported)
  return Result.map(decision, (events) => [
    ...events,
    // What did not fit what stood before may fit now.
    ...settleEpisode(evolveAt(state, events, now), episode.id, { now }).events
  ])
}
