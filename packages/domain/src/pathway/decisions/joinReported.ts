import * as Option from "effect/Option"
import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { newlyRefused } from "../check.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAt } from "../evolve.ts"
import { UnknownEpisode } from "../refusals.ts"
import { episodeById } from "../standing.ts"
import type { ChildState } from "../state.ts"
import { accept, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { checkJoining } from "./mergeDuplicate.ts"
import { settleEpisode } from "./settleEpisode.ts"
import { checkOrder } from "./timesInOrder.ts"

/** Joins two episodes that notifications show to be one disappearance, where people could; the earlier record is kept. */
export const joinReported = (
  state: ChildState,
  one: EpisodeId,
  other: EpisodeId,
  sentAt: Instant,
  context: DecisionContext
): Decision => {
  const [kept, duplicate] = state.episodes.filter(({ id }) => id === one || id === other)
  if (kept === undefined || duplicate === undefined) return refuse(UnknownEpisode)
  return decideAfter(checkJoining(state, kept, duplicate), () => {
    // All that was sent of both says how they stand, and a person's word on either holds against what was sent before it.
    const joining: PathwayEvent = { _tag: "EpisodesMerged", duplicateId: duplicate.id, episodeId: kept.id, sentAt }
    const events = [joining, ...settleEpisode(evolveAt(state, [joining], context.now), kept.id, context).events]
    const whole = evolveAt(state, events, context.now)
    if (Option.isNone(episodeById(whole, kept.id))) return refuse(UnknownEpisode)
    const check = newlyRefused(() => checkOrder(state, kept.id), checkOrder(whole, kept.id))
    return decideAfter(check, () => accept(...events))
  })
}
