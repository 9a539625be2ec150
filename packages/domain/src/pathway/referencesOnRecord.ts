/** The references on record, each found under any of its spellings by one look-up. */
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Reference, referenceKey } from "./referenceSpelling.ts"
import { AmbiguousReference } from "./refusals/ambiguousReference.ts"

/**
 * The references on record, each found under any of its spellings by one look-up. It is kept in memory, and changed by
 * `add` and `remove`. `find` gives the one that is meant, none where the reference is new, or the refusal
 * `AmbiguousReference` where several differ in spelling alone.
 *
 * @example
 * ```ts
 * import { ChildReference, referencesOnRecord } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * const known = referencesOnRecord([ChildReference.make("LCS-10432")])
 * known.find(ChildReference.make("lcs10432")) // success(some("LCS-10432"))
 * known.find(ChildReference.make("LCS-2")) // success(none())
 * known.add(ChildReference.make("LCS10432"))
 * Result.mapError(known.find(ChildReference.make("lcs-10432")), ({ _tag }) => _tag) // failure("AmbiguousReference")
 * ```
 */
export const referencesOnRecord = <R extends Reference>(recorded: Iterable<R> = []) => {
  const spellings = new Map<string, ReadonlyArray<R>>()

  const spellingsOf = (typed: R): ReadonlyArray<R> => spellings.get(referenceKey(typed)) ?? []

  const add = (reference: R): void => {
    const known = spellingsOf(reference)
    if (!known.includes(reference)) spellings.set(referenceKey(reference), [...known, reference])
  }

  for (const reference of recorded) add(reference)

  return {
    add,
    remove: (reference: R): void => {
      const left = spellingsOf(reference).filter((other) => other !== reference)
      if (left.length === 0) spellings.delete(referenceKey(reference))
      else spellings.set(referenceKey(reference), left)
    },
    spellingsOf,
    /** The one that is meant: the exact spelling, or else the only one; none where the reference is new. */
    find: (typed: R): Result.Result<Option.Option<R>, AmbiguousReference> => {
      const alike = spellingsOf(typed)
      if (alike.includes(typed)) return Result.succeed(Option.some(typed))
      return alike.length > 1
        ? Result.fail(AmbiguousReference({ references: alike }))
        : Result.succeed(Option.fromNullishOr(alike[0]))
    },
    /** References that are recorded apart, though they differ in spelling alone. */
    ambiguousReferences: (): ReadonlyArray<ReadonlyArray<R>> =>
      [...spellings.values()].filter(({ length }) => length > 1)
  }
}
