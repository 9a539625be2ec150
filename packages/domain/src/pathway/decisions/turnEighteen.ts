import * as Option from "effect/Option"
import type { TurnEighteen } from "../commands.ts"
import { NothingRecorded } from "../refusals.ts"
import { isOpen, latestEpisode } from "../standing.ts"
import type { ChildState } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"

/**
 * Closes every open episode with that reason; the birthday itself stays in the profile.
 *
 * Source: DfE's guidance on the looked-after children return (SSDA903), "missing" table.
 */
export const turnEighteen = (state: ChildState, { birthday }: TurnEighteen, { now }: DecisionContext): Decision => {
  const latest = Option.getOrUndefined(latestEpisode(state))
  if (latest === undefined) return refuse(NothingRecorded)
  return decideAfter(checkNotFuture({ birthday }, now, latest.policy.futureToleranceMinutes.value), () =>
    accept(
      ...state.episodes
        .filter(isOpen)
        .map(({ id }) => ({ _tag: "EpisodeClosed", episodeId: id, closedAt: now, reason: "turned-18" }) as const)
    )
  )
}
