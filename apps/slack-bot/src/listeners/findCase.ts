/** From what a person gave (a typed reference, a button, a form) to the child and the episode meant. */
import type { ChildReference, ChildState, Episode, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { emptyChildState, episodeById } from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { nearest } from "@safe-return/settings"
import { Effect, Option } from "effect"
import { Casework, UnknownReference } from "../casework/Casework.ts"
import { checkReference } from "../casework/Notifications.ts"
import type { PersonalReference } from "../casework/refusedReports.ts"
import { type CaseLink, decodeCaseLink, decodeChildLink } from "../messages/caseLink.ts"
import { OutOfDate } from "./explain.ts"

export interface FoundChild {
  readonly child: ChildReference
  readonly state: ChildState
}

const onlyOneLike = (typed: ChildReference, known: ReadonlyArray<ChildReference>): ChildReference => {
  const [alike, ...others] = known.filter((child) => child.toLowerCase() === typed.toLowerCase())
  return alike === undefined || others.length > 0 ? typed : alike
}

/** The child of a typed reference: exactly as typed, or else the only one that differs in capitals alone. */
export const findChild = Effect.fnUntraced(function* (
  typed: ChildReference
): Effect.fn.Return<FoundChild, UnknownReference, Casework> {
  const casework = yield* Casework
  const exactly = yield* Effect.option(casework.get(typed))
  if (Option.isSome(exactly)) return { child: typed, state: exactly.value }
  // Everybody's states only where it has to be: each command changes them, and makes them anew for the next.
  const all = yield* casework.all
  const child = onlyOneLike(typed, [...all.keys()])
  const state = all.get(child)
  if (state === undefined) {
    return yield* new UnknownReference({ reference: typed, alike: nearest(typed, all.keys(), 1) })
  }
  return { child, state }
})

/** As {@link findChild}; a child of whom nothing is recorded is new, under the reference as typed if it may be one. */
export const findOrNew = (typed: ChildReference): Effect.Effect<FoundChild, PersonalReference, Casework> =>
  Effect.catchTag(findChild(typed), "UnknownReference", () =>
    Effect.as(checkReference(typed), { child: typed, state: emptyChildState })
  )

/** Reads what a button's value or a form's private metadata says it is about. */
export const readLink = (text: string | undefined): Effect.Effect<CaseLink, OutOfDate> =>
  Option.match(decodeCaseLink(text), { onNone: () => Effect.fail(new OutOfDate()), onSome: Effect.succeed })

/** The child of a button's value or a form's private metadata; none when it is not one of ours. */
export const childOfLink = (text: string | undefined): Option.Option<ChildReference> =>
  Option.map(decodeCaseLink(text), ({ child }) => child)

/** The child of a form about a child and no single episode; none when it is not one of ours. */
export const childOfForm = (metadata: string): Option.Option<ChildReference> =>
  Option.map(decodeChildLink(metadata), ({ child }) => child)

export const findEpisode = (state: ChildState, id: EpisodeId): Effect.Effect<Episode, OutOfDate> =>
  Option.match(episodeById(state, id), { onNone: () => Effect.fail(new OutOfDate()), onSome: Effect.succeed })

export const allocatedWorkerOf = Effect.fn("allocatedWorkerOf")(function* (
  child: ChildReference
): Effect.fn.Return<PersonId | undefined, JournalUnavailable, Profiles> {
  const profiles = yield* Profiles
  return Option.getOrUndefined(yield* profiles.find(child))?.allocatedWorker
})
