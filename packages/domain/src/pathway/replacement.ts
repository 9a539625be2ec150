import type { Instant } from "../calendar/instant.ts"
import type { FindMePlan } from "../findMePlan/findMePlan.ts"
import type { EpisodeId, InterviewId } from "../vocabulary/identifiers.ts"
import type { Episode } from "./episode.ts"
import type { Interview } from "./interview.ts"

/** The facts of an episode that a risk trigger may rest on. */
export const episodeFacts = [
  "absence",
  "missingFrom",
  "risk",
  "missingAt",
  "notifiedAt",
  "progress",
  "closure",
  "interviewNotDone",
  "placements",
  "unborn"
] as const satisfies ReadonlyArray<keyof Episode>

/** The facts of an interview that a risk trigger may rest on. */
export const interviewFacts = [
  "offeredAt",
  "response",
  "carerOffer",
  "completed",
  "notDone",
  "record"
] as const satisfies ReadonlyArray<keyof Interview>

/** Those of its facts that are lists. A fold may add to them in place, so how long each was is kept with it. */
export const interviewLists = [
  "episodeIds",
  "offers",
  "answers",
  "reasons",
  "takenUpAgain",
  "furtherSessions"
] as const satisfies ReadonlyArray<keyof Interview>
type InterviewList = (typeof interviewLists)[number]

/** Some of a thing's facts as they were; undefined is that there was none. */
type FormerFacts<Whole, Fact extends keyof Whole> = { readonly [F in Fact]?: Whole[F] | undefined }
export type EpisodeFacts = FormerFacts<Episode, (typeof episodeFacts)[number]>
export interface InterviewFacts extends FormerFacts<Interview, (typeof interviewFacts)[number] | InterviewList> {
  /** The lists above as they are now are those of then only up to here. */
  readonly lengths?: { readonly [List in InterviewList]?: number }
}

/** What one event replaced, because a trigger that was met on it stays met unless it was corrected. */
export interface Replacement {
  /** When the event was recorded; before it is, its own time where it has one. */
  readonly until?: Instant
  /** The event's own time, where it was recorded only after it. */
  readonly happenedAt?: Instant
  readonly isCorrection?: true
  readonly episodes?: ReadonlyArray<{ readonly id: EpisodeId; readonly were?: EpisodeFacts }>
  readonly interviews?: ReadonlyArray<{ readonly id: InterviewId; readonly were?: InterviewFacts }>
  /** Interviews that were joined to another, as they were. */
  readonly removed?: ReadonlyArray<Interview>
  readonly findMePlan?: { readonly was?: FindMePlan }
}

/** A copy with these facts, its lists as long as they have become. */
export const withFacts = (interview: Interview, { lengths: _, ...were }: InterviewFacts): Interview =>
  Object.assign({ ...interview }, were)

/** The interview as it was before these facts of it were replaced. */
export const interviewAsItWas = (interview: Interview, were: InterviewFacts): Interview => {
  // What was absent then is undefined here, which reads the same.
  const before = withFacts(interview, were)
  for (const list of interviewLists) {
    const length = were.lengths?.[list]
    if (length !== undefined) Object.assign(before, { [list]: were[list]?.slice(0, length) })
  }
  return before
}
