import type { TransferEpisode } from "../commands.ts"
import { TransferredBeforeMissing } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"

/** Another authority takes the episode over, with whatever is left to do on it. */
export const transferEpisode = (
  episode: Episode,
  { to, transferredAt }: TransferEpisode,
  { now }: DecisionContext
): Decision => {
  if (transferredAt < episode.missingAt) return refuse(TransferredBeforeMissing)
  return decideAfter(checkNotFuture({ transferredAt }, now, episode.policy.futureToleranceMinutes.value), () =>
    accept({ _tag: "EpisodeTransferred", episodeId: episode.id, to, transferredAt })
  )
}
