import { type ChildReference, isSameReference, parseChildReference, plainCharacters } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { findOrNew } from "../../handlers/findCase.ts"

/** Letters, a hyphen and a number, and nothing behind it: not a police reference, which goes on. */
const REFERENCE = /(?<![\w-])[A-Za-z]{2,6}-\d{3,}(?![\w-])/g

/** The case reference a message names, if it names one and no other; the person sees it in the form and can change it. */
export const referenceIn = (text: string): Option.Option<ChildReference> => {
  const named = plainCharacters(text).match(REFERENCE) ?? []
  const [reference, ...more] = named.flatMap((found) => Option.toArray(parseChildReference(found)))
  const isOnlyOne = reference !== undefined && more.every((other) => isSameReference(other, reference))
  return isOnlyOne ? Option.some(reference) : Option.none()
}

/** The same, where it may be a child's; none where it has not the form of one, which may be a name. */
export const childNamedIn = Effect.fnUntraced(function* (text: string) {
  const reference = referenceIn(text)
  if (Option.isNone(reference)) return reference
  return Option.map(yield* Effect.option(findOrNew(reference.value)), () => reference.value)
})
