/**
 * What the allocated worker considers when a child goes missing, each answered yes or no with a reason.
 *
 * Source: Rotherham operating guidance, section 4.
 */
import * as Schema from "effect/Schema"
import { closedList } from "../vocabulary/closedList.ts"

export const considerationWords = closedList({
  "significant-harm": "Has the child suffered, or are they at risk of, significant harm?",
  "strategy-meeting": "Is a strategy meeting convened?",
  "section-47": "Is a section 47 investigation carried out?",
  "update-assessment": "Does the assessment need updating?",
  "update-care-plan": "Does the care plan need updating?",
  "update-find-me-plan": "Does the Find Me Plan or Trigger Plan need updating?",
  "involve-interview-staff": "Are the return home interview staff involved?",
  exploitation: "Could this be linked to sexual or criminal exploitation?",
  evolve: "Is the Evolve Team asked for help or advice?"
})
export const Consideration = considerationWords.schema
export type Consideration = typeof Consideration.Type

const LONGEST_REASON = 200

/** A few words, never an account of what happened and never a name: those belong in the case system. */
export const ShortReason = Schema.String.check(
  Schema.isPattern(/\S/, { expected: "a reason in a few words" }),
  Schema.isMaxLength(LONGEST_REASON)
)

/**
 * Whether a reason is one that an answer takes: 1 to 200 characters, not all of them blank. Any value may be asked
 * about. It cannot tell whether the reason names a person.
 *
 * @example
 * ```ts
 * import { isShortReason } from "@safe-return/domain/pathway"
 *
 * isShortReason("No new risk since the last assessment") // true
 * isShortReason("   ") // false
 * ```
 */
export const isShortReason = (reason: string): boolean =>
  typeof reason === "string" && reason.trim() !== "" && reason.length <= LONGEST_REASON

export const ConsideredAnswer = Schema.Struct({ answer: Schema.Literals(["yes", "no"]), reason: ShortReason })
export type ConsideredAnswer = typeof ConsideredAnswer.Type

/** The answers so far. A later answer to the same question stands; the earlier one stays in the events. */
export type Considerations = { readonly [Question in Consideration]?: ConsideredAnswer }

/** The question that must be answered before this one: significant harm, then strategy meeting, then section 47. */
export const askedAfter: { readonly [Question in Consideration]?: Consideration } = {
  "strategy-meeting": "significant-harm",
  "section-47": "strategy-meeting",
  evolve: "exploitation"
}

/**
 * What the allocated worker still has to answer, in order: a question that follows from another is asked only when
 * that was answered yes.
 *
 * Source: Rotherham operating guidance, section 4.
 *
 * @example
 * ```ts
 * import { unanswered } from "@safe-return/domain/pathway"
 *
 * unanswered({}).includes("section-47") // false
 * const yes = { answer: "yes", reason: "Seen by the worker" } as const
 * unanswered({ "significant-harm": yes, "strategy-meeting": yes }).includes("section-47") // true
 * ```
 */
export const unanswered = (considerations: Considerations): ReadonlyArray<Consideration> =>
  (Object.keys(considerationWords.words) as ReadonlyArray<Consideration>).filter((question) => {
    if (considerations[question] !== undefined) return false
    const first = askedAfter[question]
    return first === undefined || considerations[first]?.answer === "yes"
  })
