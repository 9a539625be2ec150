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
