import type { OfferToCarer } from "../commands.ts"
import { ChildHasNotDeclined } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/**
 * When the child declines, the parent or carer is offered to tell what they know.
 *
 * Source: Missing People, next steps page; the freedom of information set asks for both offers.
 */
export const offerToCarer = (
  state: ChildState,
  episode: Episode,
  { offeredAt, response }: OfferToCarer,
  { now }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview?.response !== "declined") return refuse(new ChildHasNotDeclined())
  const future = refuseFuture({ offeredAt }, now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  return acceptInOrder(state, episode.id, { _tag: "CarerOffered", interviewId: interview.id, offeredAt, response })
}
