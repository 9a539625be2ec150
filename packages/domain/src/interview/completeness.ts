import { codedFields } from "./codedFields.ts"
import { harmKindWords, riskKindWords } from "./interviewWords.ts"
import type { InterviewRecord } from "./record.ts"

/** What an interview's completeness rests on: whether each is known, and of the record what it says. */
interface InterviewToComplete {
  readonly offeredAt?: unknown
  readonly response?: string
  readonly arrangement?: unknown
  readonly caseReference?: unknown
  readonly completed?: unknown
  readonly carerOffer?: { readonly response: string }
  readonly notDone?: unknown
  readonly attempts?: ReadonlyArray<unknown>
  readonly record?: InterviewRecord
}

/** One thing a full record holds: a field, or one answer of a field that asks for several (`risks.gang`). */
export interface Item {
  readonly item: string
  readonly label: string
}

/** How full the record of one interview is. */
export interface Completeness {
  readonly held: number
  readonly expected: number
  /** `held` of `expected`, from 0 to 1. */
  readonly score: number
  readonly missing: ReadonlyArray<Item>
}

type Expectation = readonly [item: string, label: string, isHeld: boolean]

/** Of the coded fields, those that a full record of an interview that took place holds. */
const alwaysAsked = [
  "responsibleAuthority",
  "present",
  "communicationNeed",
  "interviewerType",
  "independent",
  "push",
  "pull",
  "stayed",
  "cameBack",
  "thinksMissing",
  "safetyAdviceGiven",
  "helplineGiven",
  "shared",
  "writtenAt",
  "signedOffBy"
] as const satisfies ReadonlyArray<keyof typeof codedFields>

const ofCompleted = ({ record = {} }: InterviewToComplete): ReadonlyArray<Expectation> => [
  ...alwaysAsked.map((name): Expectation => [name, codedFields[name].label, record[name] !== undefined]),
  ...Object.entries(harmKindWords.words).map(
    ([kind, words]): Expectation => [
      `harm.${kind}`,
      words,
      record.harm?.[kind as keyof typeof harmKindWords.words] !== undefined
    ]
  ),
  ...Object.entries(riskKindWords.words).map(([kind, words]): Expectation => {
    const grade = record.risks?.[kind as keyof typeof riskKindWords.words]
    return [`risks.${kind}`, words, grade !== undefined && grade !== "not-explored"]
  })
]

/** What is asked of an interview that did not take place: that it was tried, and what became of the carer's offer. */
const ofNotHeld = (interview: InterviewToComplete): ReadonlyArray<Expectation> => {
  const { response, carerOffer, notDone, attempts = [], record } = interview
  const declined = response === "declined"
  return [
    ["attempts", "Attempts", attempts.length > 0],
    ...(declined ? [["carerOffer", "Offered to the parent or carer", carerOffer !== undefined] as const] : []),
    ...(carerOffer?.response === "accepted"
      ? [["carerToldUs", codedFields.carerToldUs.label, record?.carerToldUs !== undefined] as const]
      : []),
    ...(declined ? [] : [["notDone", "Why there was no interview", notDone !== undefined] as const])
  ]
}

/**
 * How full an interview's record is, with what is missing by name; "not explored" counts as missing. `score` runs from
 * 0 to 1. What is expected depends on whether the interview took place, and was declined or not: each field's form is
 * named as its source in `interviewFields`.
 *
 * @param interview an interview of a child's state, or what is known of one; what is absent is missing
 *
 * @example
 * ```ts
 * import { completeness } from "@safe-return/domain/interview"
 *
 * const { held, expected, missing } = completeness({ offeredAt: true, response: "declined" })
 * expected // 6
 * held // 2
 * missing.map(({ item }) => item) // ["arrangement","caseReference","attempts","carerOffer"]
 * ```
 */
export const completeness = (interview: InterviewToComplete): Completeness => {
  const expectations: ReadonlyArray<Expectation> = [
    ["offeredAt", "Offered to the child at", interview.offeredAt !== undefined],
    ["response", "The child's answer", interview.response !== undefined],
    ["arrangement", "Arranged by", interview.arrangement !== undefined],
    ["caseReference", "Where it is written in the case system", interview.caseReference !== undefined],
    ...(interview.completed === undefined ? ofNotHeld(interview) : ofCompleted(interview))
  ]
  const missing = expectations.flatMap(([item, label, isHeld]) => (isHeld ? [] : [{ item, label }]))
  const held = expectations.length - missing.length
  return { held, expected: expectations.length, score: held / expectations.length, missing }
}
