import { Option } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAt } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import { episodeById } from "../standing.ts"
import type { ChildState } from "../state.ts"
import type { DecisionContext } from "./decision.ts"
import { joiningRefusal } from "./mergeDuplicate.ts"
import { settleEpisode } from "./settleEpisode.ts"
import { outOfOrder } from "./timesInOrder.ts"

/**
 * What joins two episodes that notifications show to be the same disappearance; the one recorded first is kept.
 * Undefined where they cannot be one, as people could not join them either.
 */
export const joinReported = (
  state: ChildState,
  one: EpisodeId,
  other: EpisodeId,
  sentAt: Instant,
  context: DecisionContext
): ReadonlyArray<PathwayEvent> | undefined => {
  const [kept, duplicate] = state.episodes.filter(({ id }) => id === one || id === other)
  if (kept === undefined || duplicate === undefined) return undefined
  if (joiningRefusal(state, kept, duplicate) !== undefined) return undefined
  // All that was sent of both says how they stand, and a person's word on either holds against what was sent before it.
  const joining: ReadonlyArray<PathwayEvent> = [
    { _tag: "EpisodesMerged", duplicateId: duplicate.id, episodeId: kept.id, sentAt }
  ]
  const after = evolveAt(state, joining, context.now)
  const events = [...joining, ...settleEpisode(after, kept.id, context).events]
  const whole = evolveAt(state, events, context.now)
  const wrong = outOfOrder(whole, kept.id)
  const isNew = wrong !== undefined && wrong._tag !== outOfOrder(state, kept.id)?._tag
  return isNew || Option.isNone(episodeById(whole, kept.id)) ? undefined : events
}
