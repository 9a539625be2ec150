import * as Option from "effect/Option"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import type { RecordReturnedTo, RecordWhereabouts } from "../commands.ts"
import { FoundNotRecorded, NotReportedAgain, UnknownEpisode } from "../refusals.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { isMissingAgainOnRecord } from "../stays.ts"
import {
  accept,
  acceptUnless,
  checkNotFuture,
  type Decision,
  type DecisionContext,
  decideAfter,
  refuse
} from "./decision.ts"
import { acceptEndingInOrder } from "./endingTimes.ts"

/** Where a found child is who is not back. It can be told late, once they are. */
export const recordWhereabouts = (
  state: ChildState,
  episodeId: EpisodeId,
  { whereabouts, since }: Omit<RecordWhereabouts, "_tag" | "episodeId">,
  { now }: DecisionContext
): Decision => {
  const episode = Option.getOrUndefined(episodeById(state, episodeId))
  if (episode === undefined) return refuse(UnknownEpisode)
  const { progress, stays = [], policy } = episode
  if (!("foundAt" in progress) || progress.foundAt === undefined) return refuse(FoundNotRecorded)
  if (whereabouts === "missing-again" && !isMissingAgainOnRecord(state, episode)) return refuse(NotReportedAgain)
  const isUnchanged = stays.some((stay) => stay.since === since && stay.whereabouts === whereabouts)
  return decideAfter(checkNotFuture({ since }, now, policy.futureToleranceMinutes.value), () =>
    isUnchanged
      ? accept()
      : acceptEndingInOrder(state, episode, { _tag: "WhereaboutsRecorded", episodeId, whereabouts, since })
  )
}

/** The latest word stands. */
export const recordReturnedTo = ({ id: episodeId, ...episode }: Episode, { returnedTo }: RecordReturnedTo): Decision =>
  acceptUnless(episode.returnedTo === returnedTo, { _tag: "ReturnedToRecorded", episodeId, returnedTo })
