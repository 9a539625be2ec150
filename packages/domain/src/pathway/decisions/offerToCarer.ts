import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { OfferToCarer } from "../commands.ts"
import { answerOf } from "../offer.ts"
import { CarerOfferBeforeChild, ChildHasNotDeclined, OfferedBeforeFound } from "../refusals.ts"
import { foundOrReturnedAt, interviewOf, notDoneOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { interviewTarget, opening } from "./openInterview.ts"
import { isBefore } from "./timesInOrder.ts"

/** The child declined, there is no interview for another reason, or the parent or carer refused access. */
const isNotHeard = (interview: Interview | undefined, episode: Episode): boolean =>
  answerOf(interview, episode) === "declined" ||
  notDoneOf(interview, episode) !== undefined ||
  interview?.attempts?.some(({ result }) => result === "carer-refused") === true

export const checkNotHeard = (state: ChildState, episode: Episode): Check =>
  refuseIf(!isNotHeard(interviewOf(state, episode.id), episode), ChildHasNotDeclined)

/**
 * When the child cannot be heard, the parent or carer is offered to tell what they know.
 *
 * Source: Missing People, next steps page; the freedom of information set asks for both offers.
 */
export const offerToCarer = (
  state: ChildState,
  episode: Episode,
  { offeredAt, response, newInterviewId }: OfferToCarer,
  { now }: DecisionContext
): Decision => {
  const notHeard = checkNotHeard(state, episode)
  if (Result.isFailure(notHeard)) return refuse(notHeard.failure)
  const interview = interviewOf(state, episode.id)
  if (Equal.equals(interview?.carerOffer, { offeredAt, response })) return accept()
  const isDeclined = answerOf(interview, episode) === "declined"
  const check = firstRefusal(
    () => checkNotFuture({ offeredAt }, now, episode.policy.futureToleranceMinutes.value),
    () => refuseIf(isDeclined && isBefore(offeredAt, interview?.offeredAt), CarerOfferBeforeChild),
    () => refuseIf(!isDeclined && isBefore(offeredAt, foundOrReturnedAt(episode)), OfferedBeforeFound)
  )
  return decideAfter(check, () =>
    Result.map(interviewTarget(state, episode, newInterviewId), (writtenOn) => [
      { _tag: "CarerOffered", ...opening(writtenOn), offeredAt, response }
    ])
  )
}
