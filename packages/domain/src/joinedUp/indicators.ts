import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../calendar/civilDayFromIso.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import { TypedChildReference } from "../pathway/referenceSpelling.ts"
import { sessionsOf } from "../pathway/sessions.ts"
import type { ChildState, Interview } from "../pathway/state.ts"
import { closedList } from "../vocabulary/closedList.ts"
import type { StrandFact } from "./strandFact.ts"

/** The two kinds that are strands of their own. */
export const IndicatorKind = Schema.Literals(["sexual-exploitation", "criminal-exploitation"])
export type IndicatorKind = typeof IndicatorKind.Type

export const indicatorGradeWords = closedList({ suspected: "Suspected", confirmed: "Confirmed" })
export const IndicatorGrade = indicatorGradeWords.schema
export type IndicatorGrade = typeof IndicatorGrade.Type

/**
 * One indicator of exploitation in a table of its own, because an episode table has none. Blank is not recorded. An indicator
 * without a grade is a suspicion.
 */
export const IndicatorRow = Schema.Struct({
  /** The social care system's reference. */
  child_ref: TypedChildReference,
  kind: IndicatorKind,
  grade: Schema.optionalKey(IndicatorGrade),
  /** The day it came out. */
  noted_on: Schema.optionalKey(CivilDayFromIso)
})
export type IndicatorRow = typeof IndicatorRow.Type

/**
 * The indicators of a table as facts.
 *
 * @example
 * ```ts
 * import { indicatorFactsOf } from "@safe-return/domain/joinedUp"
 * import { ChildReference } from "@safe-return/domain/pathway"
 *
 * const row = { child_ref: ChildReference.make("LCS-10432"), kind: "criminal-exploitation" } as const
 * indicatorFactsOf([row]).map(({ strand, what }) => [strand, what]) // [["criminal-exploitation","suspected"]]
 * ```
 */
export const indicatorFactsOf = (rows: Iterable<IndicatorRow>): ReadonlyArray<StrandFact> =>
  [...rows].map(({ child_ref, kind, grade = "suspected", noted_on }) => ({
    strand: kind,
    child: { system: "social-care", reference: child_ref },
    what: grade,
    ...(noted_on === undefined ? {} : { from: noted_on }),
    source: ""
  }))

/** As the trigger reads it: what the record grades, or else a tick, which is a suspicion. */
const gradeOf = (interview: Interview, kind: IndicatorKind): IndicatorGrade | undefined => {
  const graded = interview.record?.risks?.[kind]
  if (graded === "suspected" || graded === "confirmed") return graded
  const isTicked = sessionsOf(interview).some(({ exploitation }) => exploitation.includes(kind))
  return isTicked && (graded === undefined || graded === "not-explored") ? "suspected" : undefined
}

/**
 * What a child's return interviews brought out of sexual and criminal exploitation, as facts on the day it came out. It reads
 * what the trigger `exploitation` reads, and tells the two kinds apart.
 *
 * Source: Rotherham operating guidance, section 4: whether the episodes could be linked to child sexual exploitation.
 *
 * @param state the child's record; its times are instants, and the days made of them London's
 *
 * @example
 * ```ts
 * import { indicatorsOnRecord } from "@safe-return/domain/joinedUp"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("interviewed")
 * indicatorsOnRecord("LCS-10432", state) // []
 * ```
 */
export const indicatorsOnRecord = (child: string, state: Pick<ChildState, "interviews">): ReadonlyArray<StrandFact> =>
  state.interviews.flatMap((interview) =>
    IndicatorKind.literals.flatMap((kind): ReadonlyArray<StrandFact> => {
      const what = gradeOf(interview, kind)
      const [first, ...others] = sessionsOf(interview)
      if (what === undefined || first === undefined) return []
      const at = [first, ...others].find(({ exploitation }) => exploitation.includes(kind)) ?? first
      return [
        {
          strand: kind,
          child: { system: "social-care", reference: child },
          what,
          from: londonDayOf(at.completedAt),
          source: interview.id
        }
      ]
    })
  )
