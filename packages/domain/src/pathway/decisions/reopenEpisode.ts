import type { ReopenEpisode } from "../commands.ts"
import { evolveAt } from "../evolve.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext } from "./decision.ts"
import { settleEpisode } from "./settleEpisode.ts"

/** Ours to work on again, with whatever was sent of it while it was over. */
export const reopenEpisode = (
  state: ChildState,
  { id: episodeId }: Episode,
  { reason }: ReopenEpisode,
  context: DecisionContext
): Decision => {
  const reopened = { _tag: "EpisodeReopened", episodeId, reason } as const
  return accept(reopened, ...settleEpisode(evolveAt(state, [reopened], context.now), episodeId, context).events)
}
