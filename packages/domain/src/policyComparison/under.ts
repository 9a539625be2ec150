import type { ChildState } from "../pathway/state.ts"
import { withReplacements } from "../pathway/withReplacements.ts"
import type { Policy } from "../policy/policy.ts"

/** A child's record under one policy, with what was replaced: what fired before stays fired under both. */
export const under = (policy: Policy, state: ChildState): ChildState =>
  withReplacements({ ...state, episodes: state.episodes.map((episode) => ({ ...episode, policy })) }, state.replaced)
