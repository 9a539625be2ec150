/** A refusal because something is on record already says what that is, and how it is put right. */
import { Casework, whoMay } from "@safe-return/casework"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  type EpisodeId,
  episodeById,
  interviewOf,
  offeredAtOf,
  type Refusal
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import { Effect, Option } from "effect"
import { personInWords } from "../words/person.ts"
import { AlreadyOnRecord, type Problem } from "./explain.ts"

const ofOnRecord = ["AlreadyFound", "AlreadyReturned", "OfferAlreadyRecorded", "InterviewAlreadyCompleted"] as const
type OnRecordTag = (typeof ofOnRecord)[number]

/** The other time of found and returned is beside them: a return may have been heard of first. */
const recordedOf: {
  readonly [Tag in OnRecordTag]: (state: ChildState, episode: Episode) => string | undefined
} = {
  AlreadyFound: (_, { progress }) =>
    "foundAt" in progress && progress.foundAt !== undefined
      ? `Someone has already recorded that this child was found: ${londonDateTime(progress.foundAt)}.`
      : undefined,
  AlreadyReturned: (_, { progress }) =>
    "returnedAt" in progress
      ? `Someone has already recorded this child's return: ${londonDateTime(progress.returnedAt)}.`
      : undefined,
  OfferAlreadyRecorded: (state, episode) => {
    const offeredAt = offeredAtOf(interviewOf(state, episode.id), episode)
    return offeredAt === undefined ? undefined : `An offer is already recorded: ${londonDateTime(offeredAt)}.`
  },
  InterviewAlreadyCompleted: (state, { id }) => {
    const completed = interviewOf(state, id)?.completed
    return completed === undefined
      ? undefined
      : `This return home interview is already logged as completed: ${londonDateTime(completed.completedAt)}, by ${personInWords(completed.interviewer)}.`
  }
}

const howToCorrect = (tag: OnRecordTag, child: ChildReference): string => {
  const who = whoMay(tag === "AlreadyFound" || tag === "AlreadyReturned" ? "correct-record" : "correct-interview")
  return `If that is wrong, it is put right by /missing correct ${child}, or ask ${who}.`
}

const named = (
  refusal: Extract<Refusal, { readonly _tag: OnRecordTag }>,
  state: ChildState,
  episodeId: EpisodeId,
  child: ChildReference
) => {
  const recorded = Option.match(episodeById(state, episodeId), {
    onNone: () => undefined,
    onSome: (episode) => recordedOf[refusal._tag](state, episode)
  })
  return recorded === undefined
    ? refusal
    : new AlreadyOnRecord({ sentence: `${recorded} ${howToCorrect(refusal._tag, child)}`, field: refusal.field })
}

/** Of what was refused on an episode, with the record as it stands now. */
export const namingRecorded =
  (child: ChildReference, episodeId: EpisodeId) =>
  <A, R>(effect: Effect.Effect<A, Problem, R>): Effect.Effect<A, Problem, R | Casework> =>
    Effect.catchTag(effect, ofOnRecord, (refusal) =>
      Effect.flatMap(Casework, (casework) =>
        Effect.flatMap(casework.get(child), (state) => Effect.fail(named(refusal, state, episodeId, child)))
      )
    )
