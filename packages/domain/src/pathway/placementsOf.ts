/** Reads placements. Apart from their schema, so that a web page which only reckons loads none. */
import type { Placement, PlacementEntry } from "./placement.ts"

/** What an episode knows of it. */
interface WithPlacements {
  readonly placements?: ReadonlyArray<PlacementEntry>
}

/**
 * Where the child is placed now, and so where they are to come back to; undefined while nobody has said.
 *
 * @example
 * ```ts
 * import { EpisodeId, placementOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * const placement = { _tag: "OwnArea" } as const
 * const { episode } = syntheticCase("returned", [{ _tag: "RecordPlacement", episodeId, placement }])
 * placementOf(episode) // {"_tag":"OwnArea"}
 * placementOf({}) // undefined
 * ```
 */
export const placementOf = ({ placements }: WithPlacements): Placement | undefined => placements?.at(-1)?.placement

/**
 * The authority the child is placed with, with its nation, if it is another than ours; undefined where it is not, or
 * nobody has said.
 *
 * @example
 * ```ts
 * import { AuthorityName, EpisodeId, hostOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * const placement = { _tag: "HostArea", authority: AuthorityName.make("Scottish Borders"), nation: "scotland" } as const
 * const { episode } = syntheticCase("returned", [{ _tag: "RecordPlacement", episodeId, placement }])
 * hostOf(episode)?.authority // "Scottish Borders"
 * hostOf({}) // undefined
 * ```
 */
export const hostOf = (episode: WithPlacements): Extract<Placement, { readonly _tag: "HostArea" }> | undefined => {
  const placement = placementOf(episode)
  return placement?._tag === "HostArea" ? placement : undefined
}

const startOf = ({ movedAt }: PlacementEntry): number => movedAt ?? -Infinity

/** One more placement in order of time; what was said of the same moment is corrected. */
export const withPlacementEntry = (
  placements: ReadonlyArray<PlacementEntry>,
  placed: PlacementEntry
): ReadonlyArray<PlacementEntry> => {
  const start = startOf(placed)
  return [
    ...placements.filter((other) => startOf(other) < start),
    placed,
    ...placements.filter((other) => startOf(other) > start)
  ]
}
