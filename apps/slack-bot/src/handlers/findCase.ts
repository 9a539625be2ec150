/** From what a person gave (a typed reference, a button, a form) to the child and the episode meant. */

import { Casework, Council, type PersonalReference, resolveChild, UnknownReference } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type AmbiguousReference,
  type ChildReference,
  type ChildState,
  type Episode,
  type EpisodeId,
  emptyChildState,
  episodeById,
  isHistoryAlone,
  type PersonId
} from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { nearest } from "@safe-return/settings"
import { importedInWords } from "@safe-return/wording"
import { Effect, Option } from "effect"
import { type CaseLink, decodeCaseLink, decodeChildLink } from "../blocks/caseLink.ts"
import { NoReportYet, OutOfDate } from "./explain.ts"

interface FoundChild {
  readonly child: ChildReference
  readonly state: ChildState
}

/** The child on record that a typed reference names, in any spelling; what may be a name is not repeated. */
export const findChild = Effect.fnUntraced(function* (
  typed: ChildReference
): Effect.fn.Return<
  FoundChild,
  AmbiguousReference | JournalUnavailable | PersonalReference | UnknownReference,
  Casework | Council
> {
  const casework = yield* Casework
  const child = yield* resolveChild(typed, (yield* Council).references)
  const state = yield* Effect.catchTag(casework.get(child), "UnknownReference", () =>
    Effect.flatMap(casework.children, (children) =>
      Effect.fail(new UnknownReference({ reference: typed, alike: nearest(typed, children, 1) }))
    )
  )
  return { child, state }
})

/** As {@link findChild}; a child without a record is new, unless the reference looks like a name. */
export const findOrNew = Effect.fnUntraced(function* (
  typed: ChildReference
): Effect.fn.Return<FoundChild, AmbiguousReference | JournalUnavailable | PersonalReference, Casework | Council> {
  const child = yield* resolveChild(typed, (yield* Council).references)
  const state = yield* Effect.catchTag((yield* Casework).get(child), "UnknownReference", () =>
    Effect.succeed(emptyChildState)
  )
  return { child, state }
})

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

/** Why a child who was named has no episode that is meant. */
export const withoutEpisode = (child: ChildReference, state: ChildState): NoReportYet | OutOfDate => {
  if (state.episodes.length > 0) return new OutOfDate()
  const imported = isHistoryAlone(state) ? importedInWords(state) : undefined
  return new NoReportYet({ child, ...definedFields({ imported }) })
}

export const allocatedWorkerOf = Effect.fn("allocatedWorkerOf")(function* (
  child: ChildReference
): Effect.fn.Return<PersonId | undefined, JournalUnavailable, Profiles> {
  const profiles = yield* Profiles
  return Option.getOrUndefined(yield* profiles.find(child))?.allocatedWorker
})
