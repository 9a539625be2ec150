import type { Replacement } from "./replacement.ts"
import type { ChildState } from "./state.ts"

/**
 * The same record without what it was before corrections: triggers are then judged on it as it is now alone.
 *
 * @example
 * ```ts
 * import { withoutReplacements } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * withoutReplacements(state).replaced // undefined
 * withoutReplacements(state).episodes === state.episodes // true
 * ```
 */
export const withoutReplacements = (state: ChildState): ChildState => ({ ...state })

/** Not enumerable: two records that say the same are equal, however they came to say it. */
export const withReplacements = (state: ChildState, replaced: ReadonlyArray<Replacement> | undefined): ChildState =>
  replaced === undefined ? state : Object.defineProperty(state, "replaced", { value: replaced })
