import type { CompletedInterview, Interview } from "./state.ts"

/** Every time the child was heard, the interview first: what it brought out may have come out in any of them. */
export const sessionsOf = ({ completed, furtherSessions = [] }: Interview): ReadonlyArray<CompletedInterview> =>
  completed === undefined ? [] : [completed, ...furtherSessions]
