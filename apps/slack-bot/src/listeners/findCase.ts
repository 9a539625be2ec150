/** From what a person gave (a typed reference, a button, a form) to the child and the episode meant. */
import type { ChildReference, ChildState, Episode, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { emptyChildState, episodeById } from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { Casework, type UnknownReference } from "../casework/Casework.ts"
import { type CaseLink, decodeCaseLink } from "../messages/caseLink.ts"
import { OutOfDate } from "./explain.ts"

export interface FoundChild {
  readonly child: ChildReference
  readonly state: ChildState
}

/** The child of a typed reference: exactly as typed, or else the only one that differs in capitals alone. */
export const findChild = Effect.fn("findChild")(function* (
  typed: ChildReference
): Effect.fn.Return<FoundChild, UnknownReference, Casework> {
  const casework = yield* Casework
  const all = yield* casework.all
  const alike = [...all.keys()].filter((child) => child.toLowerCase() === typed.toLowerCase())
  const child = all.has(typed) || alike.length !== 1 ? typed : (alike[0] ?? typed)
  return { child, state: yield* casework.get(child) }
})

/** As {@link findChild}; a child of whom nothing is recorded is new, under the reference as typed. */
export const findOrNew = (typed: ChildReference): Effect.Effect<FoundChild, never, Casework> =>
  Effect.catch(findChild(typed), () => Effect.succeed({ child: typed, state: emptyChildState }))

/** Reads what a button's value or a form's private metadata says it is about. */
export const readLink = (text: string | undefined): Effect.Effect<CaseLink, OutOfDate> =>
  Option.match(decodeCaseLink(text), { onNone: () => Effect.fail(new OutOfDate()), onSome: Effect.succeed })

/** The child of a button's value or a form's private metadata; none when it is not one of ours. */
export const childOfLink = (text: string | undefined): Option.Option<ChildReference> =>
  Option.map(decodeCaseLink(text), ({ child }) => child)

export const findEpisode = (state: ChildState, id: EpisodeId): Effect.Effect<Episode, OutOfDate> =>
  Option.match(episodeById(state, id), { onNone: () => Effect.fail(new OutOfDate()), onSome: Effect.succeed })

export const allocatedWorkerOf = Effect.fn("allocatedWorkerOf")(function* (
  child: ChildReference
): Effect.fn.Return<PersonId | undefined, JournalUnavailable, Profiles> {
  const profiles = yield* Profiles
  return Option.getOrUndefined(yield* profiles.find(child))?.allocatedWorker
})
