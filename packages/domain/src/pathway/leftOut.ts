import type { EpisodeId, PersonId } from "../vocabulary/identifiers.ts"
import { type Check, pass, refuseIf } from "./check.ts"
import type { Command } from "./commands.ts"
import { HeardByLeftOut, LeftOut } from "./refusals.ts"
import type { ChildState, Interview } from "./state.ts"

/** What would show, change or take back what an interview brought out, or move it out of sight. */
export const barredToLeftOut: ReadonlySet<Command["_tag"]> = new Set([
  "AssignInterview",
  "LogInterview",
  "ExtendInterview",
  "UnassignInterview",
  "RecordFurtherSession",
  "WithdrawFromInterview",
  "RecordNotDone",
  "RecordInterviewReference",
  "RecordInterview",
  "CorrectInterview",
  "CancelEpisode",
  "CloseEpisode",
  "ReopenEpisode",
  "TransferEpisode",
  "MergeDuplicate",
  "SeparateDuplicate"
] as const)

/**
 * Whether the child may have spoken of this person in the interview of any of these episodes, so that they may not see
 * what it brought out.
 *
 * @example
 * ```ts
 * import { EpisodeId, PersonId, isLeftOut } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { interview } = syntheticCase("interviewed")
 * const keptFrom = [PersonId.make("worker-1")]
 * const interviews = interview === undefined ? [] : [{ ...interview, keptFrom }]
 * isLeftOut({ interviews }, [EpisodeId.make("episode-1")], PersonId.make("worker-1")) // true
 * isLeftOut({ interviews }, [EpisodeId.make("episode-1")], PersonId.make("manager-1")) // false
 * ```
 */
export const isLeftOut = (
  { interviews }: Pick<ChildState, "interviews">,
  episodeIds: ReadonlyArray<EpisodeId>,
  person: PersonId
): boolean =>
  interviews.some(
    (interview) =>
      interview.keptFrom?.includes(person) === true && interview.episodeIds.some((id) => episodeIds.includes(id))
  )

/** Refuses a person what they were left out of; without one, as where a system acts, it passes. */
export const checkNotLeftOut = (
  state: ChildState,
  tag: Command["_tag"],
  episodeIds: ReadonlyArray<EpisodeId>,
  by: PersonId | undefined
): Check => (by !== undefined && barredToLeftOut.has(tag) ? refuseIf(isLeftOut(state, episodeIds, by), LeftOut) : pass)

/**
 * Everybody who talked with the child in the interview and in its further sessions.
 *
 * @example
 * ```ts
 * import { heardBy } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { interview } = syntheticCase("interviewed")
 * interview && heardBy(interview) // ["interviewer-1"]
 * ```
 */
export const heardBy = ({ completed, furtherSessions = [] }: Interview): ReadonlyArray<PersonId> =>
  [...(completed === undefined ? [] : [completed]), ...furtherSessions].map(({ interviewer }) => interviewer)

/** Refuses to leave out a person who knows what the child said, or who records it. */
export const checkWhoIsLeftOut = (
  keptFrom: ReadonlyArray<PersonId> | undefined,
  known: ReadonlyArray<PersonId | undefined>
): Check => refuseIf(keptFrom?.some((person) => known.includes(person)) === true, HeardByLeftOut)
