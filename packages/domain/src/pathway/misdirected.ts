import type { PoliceReference } from "../vocabulary/identifiers.ts"
import type { ChildState } from "./state.ts"

/**
 * The police references of this child under which news of another came, each once, where no person has said what came of
 * it since.
 *
 * @example
 * ```ts
 * import { misdirectedUnanswered } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * misdirectedUnanswered(syntheticCase("missing").state) // []
 * ```
 */
export const misdirectedUnanswered = ({
  turnedAway = [],
  turnedAwayAnswered = []
}: Pick<ChildState, "turnedAway" | "turnedAwayAnswered">): ReadonlyArray<PoliceReference> => [
  ...new Set(
    turnedAway.filter((news) => !turnedAwayAnswered.includes(news)).map(({ policeReference }) => policeReference)
  )
]
