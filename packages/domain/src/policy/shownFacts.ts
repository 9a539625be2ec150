import * as Schema from "effect/Schema"

/** What messages show only where a council says so: `care` tells that a child is looked after, an answer what they want. */
export const ShownFact = Schema.Literals(["missing-from", "answers"])
export type ShownFact = typeof ShownFact.Type

/**
 * Whether messages may show this of a child; not where the policy is silent.
 *
 * @example
 * ```ts
 * import { mayShow } from "@safe-return/domain/policy"
 *
 * mayShow({}, "missing-from") // false
 * mayShow({ shownFacts: { value: ["answers"] } }, "answers") // true
 * ```
 */
export const mayShow = (
  { shownFacts }: { readonly shownFacts?: { readonly value: ReadonlyArray<ShownFact> } },
  fact: ShownFact
): boolean => shownFacts?.value.includes(fact) === true
