import type { ChildState } from "../pathway/state.ts"
import type { Firing } from "./firing.ts"
import { repeatEpisodes } from "./repeatEpisodes.ts"

/** Every rule, one file each. */
const rules: ReadonlyArray<(state: ChildState) => ReadonlyArray<Firing>> = [repeatEpisodes]

/** Every trigger this child's history has met, each with its evidence. */
export const triggersFired = (state: ChildState): ReadonlyArray<Firing> => rules.flatMap((rule) => rule(state))
