/** Reads placements. Apart from their schema, so that a web page which only reckons loads none. */
import type { Placement, PlacementEntry } from "./placement.ts"

/** What an episode knows of it. */
interface WithPlacements {
  readonly placements?: ReadonlyArray<PlacementEntry>
}

/** Where the child is placed now, and so where they are to come back to; undefined while nobody has said. */
export const placementOf = ({ placements }: WithPlacements): Placement | undefined => placements?.at(-1)?.placement

/** The authority the child is placed with, if it is another. */
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
