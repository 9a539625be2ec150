import type { Replacement } from "./replacement.ts"
import type { ChildState } from "./state.ts"

/** The same record without what it was before: triggers are judged on it as it is now alone. */
export const withoutReplacements = (state: ChildState): ChildState => ({ ...state })

/** Not enumerable: two records that say the same are equal, however they came to say it. */
export const withReplacements = (state: ChildState, replaced: ReadonlyArray<Replacement> | undefined): ChildState =>
  replaced === undefined ? state : Object.defineProperty(state, "replaced", { value: replaced })
