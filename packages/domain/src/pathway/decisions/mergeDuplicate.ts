import type { MergeDuplicate } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { BothInterviewed, SameEpisode } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { isRefusal, otherEpisode } from "./coverEpisodes.ts"
import { type Decision, refuse } from "./decision.ts"
import { childFound } from "./recordFound.ts"
import { childReturned } from "./recordReturned.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/** Where only the duplicate knows the child to have been since they were found, and where they came back to. */
const whereaboutsFilledIn = (
  { id: episodeId, ...kept }: Episode,
  { stays = [], returnedTo }: Episode
): ReadonlyArray<PathwayEvent> => [
  ...(kept.stays === undefined
    ? stays.map((stay) => ({ _tag: "WhereaboutsRecorded", episodeId, ...stay }) as const)
    : []),
  ...(kept.returnedTo === undefined && returnedTo !== undefined
    ? [{ _tag: "ReturnedToRecorded", episodeId, returnedTo } as const]
    : [])
]

/** What only the duplicate knows of the child's coming back, for the episode that is kept. */
const filledIn = (kept: Episode, duplicate: Episode): ReadonlyArray<PathwayEvent> => {
  const { progress } = duplicate
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const knowsFound = "foundAt" in kept.progress && kept.progress.foundAt !== undefined
  const found = foundAt === undefined || knowsFound ? [] : [childFound(kept.id, foundAt)]
  const isBack = kept.progress._tag === "Returned" || progress._tag !== "Returned"
  const returned = isBack ? [] : [childReturned(kept.id, progress.returnedAt)]
  return [...found, ...returned, ...whereaboutsFilledIn(kept, duplicate)]
}

/**
 * The same disappearance was recorded twice: the duplicate no longer counts, and the one that is kept takes over its
 * interview and what only the duplicate knows. Refused when the two together would be out of order.
 */
export const mergeDuplicate = (state: ChildState, duplicate: Episode, command: MergeDuplicate): Decision => {
  if (command.duplicateId === command.episodeId) return refuse(new SameEpisode())
  const kept = otherEpisode(state, command.episodeId, "KeepEpisode")
  if (isRefusal(kept)) return refuse(kept)
  const [mine, theirs] = [interviewOf(state, kept.id), interviewOf(state, duplicate.id)]
  const isSame = mine?.id === theirs?.id
  if (mine !== undefined && theirs !== undefined && !isSame && theirs.notDone === undefined) {
    return refuse(new BothInterviewed())
  }
  const merged = { _tag: "EpisodesMerged", duplicateId: duplicate.id, episodeId: kept.id } as const
  return acceptInOrder(state, kept.id, merged, ...filledIn(kept, duplicate))
}
