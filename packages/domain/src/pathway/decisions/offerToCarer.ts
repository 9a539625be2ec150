import { Equal } from "effect"
import type { OfferToCarer } from "../commands.ts"
import { answerOf } from "../offer.ts"
import { CarerOfferBeforeChild, ChildHasNotDeclined, OfferedBeforeFound } from "../refusals.ts"
import { foundOrReturnedAt, interviewOf, notDoneOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { isRefusal } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { interviewToWriteOn } from "./openInterview.ts"
import { isBefore } from "./timesInOrder.ts"

/** The child declined, there is no interview for another reason, or the parent or carer refused access. */
const isNotHeard = (interview: Interview | undefined, episode: Episode): boolean =>
  answerOf(interview, episode) === "declined" ||
  notDoneOf(interview, episode) !== undefined ||
  interview?.attempts?.some(({ result }) => result === "carer-refused") === true

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
  const interview = interviewOf(state, episode.id)
  if (!isNotHeard(interview, episode)) return refuse(new ChildHasNotDeclined())
  if (Equal.equals(interview?.carerOffer, { offeredAt, response })) return accept()
  const future = refuseFuture({ offeredAt }, now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  const isDeclined = answerOf(interview, episode) === "declined"
  if (isDeclined && isBefore(offeredAt, interview?.offeredAt)) return refuse(new CarerOfferBeforeChild())
  if (!isDeclined && isBefore(offeredAt, foundOrReturnedAt(episode))) return refuse(new OfferedBeforeFound())
  const writtenOn = interviewToWriteOn(state, episode, newInterviewId)
  if (isRefusal(writtenOn)) return refuse(writtenOn)
  const { interviewId } = writtenOn
  const opening = "episodeIds" in writtenOn ? { episodeIds: writtenOn.episodeIds } : {}
  return accept({ _tag: "CarerOffered", interviewId, ...opening, offeredAt, response })
}
