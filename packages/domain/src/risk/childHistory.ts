import type { ChildState } from "../pathway/state.ts"
import type { ChildReference } from "../vocabulary/identifiers.ts"
import type { ChildFacts } from "./childFacts.ts"

/** One child's history, to be read under a policy. */
export interface ChildHistory {
  readonly child: ChildReference
  readonly state: ChildState
  readonly facts?: ChildFacts
}
