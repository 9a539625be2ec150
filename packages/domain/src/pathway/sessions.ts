import type { CompletedInterview, Interview } from "./state.ts"

/**
 * Every time the child was heard, the interview first: what it brought out may have come out in any of them.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { sessionsOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { interview } = syntheticCase("interviewed")
 * interview && sessionsOf(interview).map(({ completedAt }) => formatInstant(completedAt)) // ["2026-11-23T16:00:00.000Z"]
 * ```
 */
export const sessionsOf = ({ completed, furtherSessions = [] }: Interview): ReadonlyArray<CompletedInterview> =>
  completed === undefined ? [] : [completed, ...furtherSessions]
