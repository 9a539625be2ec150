/** The roles that a policy names as the owner of a trigger: the text is for people, and old journals hold nothing else. */
import type { Policy } from "./policy.ts"
import { triggerSettings } from "./triggerSettings.ts"

const named = {
  worker: { pattern: /allocated worker/i, words: ["allocated worker"] },
  "team-manager": { pattern: /team manager/i, words: ["team manager"] },
  "missing-coordinator": {
    pattern: /\bmissing (?:co-?ordinator|team)/i,
    words: ["Missing Co-ordinator", "Missing Team"]
  },
  mash: { pattern: /\bMASH\b/i, words: ["MASH"] },
  "head-of-service": { pattern: /head of service/i, words: ["head of service"] }
} as const

export type TriggerOwner = keyof typeof named

export const triggerOwners = Object.keys(named).filter((role): role is TriggerOwner => role in named)

/** What an `owner` may say so that a role is known by it. */
export const ownerWords: ReadonlyArray<string> = Object.values(named).flatMap(({ words }) => words)

/**
 * The roles that the owner of a trigger names, as a policy writes it; none where it names no role known here.
 *
 * Any text may be given; capitals make no difference.
 *
 * @example
 * ```ts
 * import { ownersNamed } from "@safe-return/domain/policy"
 *
 * ownersNamed("allocated worker and team manager") // ["worker","team-manager"]
 * ownersNamed("responsible authority") // []
 * ```
 */
export const ownersNamed = (owner: string): ReadonlyArray<TriggerOwner> =>
  triggerOwners.filter((role) => named[role].pattern.test(owner))

/** An owner by which no role is known. */
export interface UnknownOwner {
  readonly field: string
  readonly owner: string
}

export const unknownOwnersIn = (policy: Policy): ReadonlyArray<UnknownOwner> =>
  triggerSettings(policy).flatMap(({ owner }, index) =>
    ownersNamed(owner).length > 0 ? [] : [{ field: `triggers[${index}].owner`, owner }]
  )
