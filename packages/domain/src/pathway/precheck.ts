import * as Option from "effect/Option"
import type { EpisodeId, PersonId } from "../vocabulary/identifiers.ts"
import { type Check, firstRefusal, pass, refuseIf } from "./check.ts"
import { checkAllowed } from "./checkAllowed.ts"
import type { Command } from "./commands.ts"
import { checkNothingLeft } from "./decisions/closeEpisode.ts"
import { checkNotHeard } from "./decisions/offerToCarer.ts"
import { asksForInterview } from "./decisions/recordUnborn.ts"
import { checkNotLeftOut } from "./leftOut.ts"
import { AlreadyFound, ChildUnborn, FoundNotRecorded, InterviewAlreadyCompleted, NotAssigned } from "./refusals.ts"
import { episodeById, interviewOf } from "./standing.ts"
import type { ChildState, Episode } from "./state.ts"

type Fact = (state: ChildState, episode: Episode) => Check

const foundAtOf = ({ progress }: Episode) => ("foundAt" in progress ? progress.foundAt : undefined)

const hasInterview: Fact = (state, { id }) => refuseIf(interviewOf(state, id) === undefined, NotAssigned)

/** What refuses a command of this kind besides the stage, whatever else it says. */
const facts: Partial<Record<Command["_tag"], Fact>> = {
  RecordFound: (_, episode) => refuseIf(foundAtOf(episode) !== undefined, AlreadyFound),
  RecordWhereabouts: (_, episode) => refuseIf(foundAtOf(episode) === undefined, FoundNotRecorded),
  LogInterview: (state, { id }) => refuseIf(interviewOf(state, id)?.completed !== undefined, InterviewAlreadyCompleted),
  OfferToCarer: checkNotHeard,
  RecordInterview: hasInterview,
  RecordInterviewReference: hasInterview,
  CloseEpisode: (state, episode) => checkNothingLeft(state, episode)
}

/**
 * Why no command of this kind can be recorded of the episode now, by this person, however its form is filled in;
 * success where it may be possible. It asks before a form is opened; {@link decide} has the last word.
 *
 * @param by the person who asks; without one, as where a system acts, nobody is left out
 *
 * @example
 * ```ts
 * import { precheck } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Result } from "effect"
 *
 * const { state, episode } = syntheticCase("missing")
 * Result.isSuccess(precheck(state, "RecordReturned", episode.id)) // true
 * Result.mapError(precheck(state, "CloseEpisode", episode.id), ({ _tag }) => _tag) // failure("StillOwed")
 * ```
 */
export const precheck = (state: ChildState, tag: Command["_tag"], episodeId: EpisodeId, by?: PersonId): Check => {
  const episode = Option.getOrUndefined(episodeById(state, episodeId))
  return firstRefusal(
    () => checkAllowed(state, episode, tag),
    () => checkNotLeftOut(state, tag, [episodeId], by),
    () => refuseIf(episode?.unborn !== undefined && asksForInterview(tag), ChildUnborn),
    () => (episode === undefined ? pass : (facts[tag]?.(state, episode) ?? pass))
  )
}
