/** Where a child is placed, and the authority of that area: it is known before there is an interview to arrange. */
import * as Schema from "effect/Schema"
import type { Instant } from "../calendar/instant.ts"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { Nation } from "../calendar/nation.ts"
import { AuthorityName } from "../vocabulary/identifiers.ts"

/** In the area of the authority that is responsible, or in that of another, which is then the host. */
export const Placement = Schema.Union([
  Schema.TaggedStruct("OwnArea", {}),
  Schema.TaggedStruct("HostArea", { authority: AuthorityName, nation: Nation })
])
export type Placement = typeof Placement.Type

/** Where the child is placed from a move on; without `movedAt`, from before they went missing. */
export const PlacementEntry = Schema.Struct({ placement: Placement, movedAt: Schema.optionalKey(InstantFromIso) })
export interface PlacementEntry {
  readonly placement: Placement
  readonly movedAt?: Instant
}

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
