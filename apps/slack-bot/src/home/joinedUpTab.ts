import type { KnownBlock } from "@slack/types"
import { header, section } from "../blocks/blocks.ts"

/** No child is listed: who is on several strands is looked at one by one, and each look is audited. */
export const joinedUpTab = (): ReadonlyArray<KnownBlock> => [
  header("Joined-up view"),
  section("Type `/joined-up` and a reference to see what is on record of a child on every strand.")
]
