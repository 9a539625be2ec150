/** How long records are kept, as data: a council's own numbers, each beside its source. */
import * as Schema from "effect/Schema"
import { PositiveInt, sourced } from "../policy/sourced.ts"
import { workingChoice } from "../policy/workingChoice.ts"

/**
 * Whole years after the day they are counted from. `birth`: to that anniversary of the child's birth. `last-recorded`:
 * to that anniversary of the London day on which something was last recorded of the child.
 */
export const RetentionRule = Schema.Struct({
  from: Schema.Literals(["birth", "last-recorded"]),
  years: sourced(PositiveInt)
})
export type RetentionRule = typeof RetentionRule.Type

/** Whole days after the last London day of a time away of someone who works here. */
export const StaffAbsenceRule = Schema.Struct({ days: sourced(PositiveInt) })
export type StaffAbsenceRule = typeof StaffAbsenceRule.Type

/** Looked-after children have a rule of their own in law; how long others' records are kept is for each council. */
export const retentionCohortWords = {
  "looked-after": "Looked-after children",
  others: "Other children"
} as const

export type RetentionCohort = keyof typeof retentionCohortWords

/** A cohort without a rule has no date: its records are kept until the council decides. */
export const RetentionPolicy = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Schema.NonEmptyString,
  rules: Schema.Struct({
    "looked-after": Schema.optionalKey(RetentionRule),
    others: Schema.optionalKey(RetentionRule)
  }),
  /** Without one, {@link usualStaffAbsence}. */
  staffAbsence: Schema.optionalKey(StaffAbsenceRule)
})
export type RetentionPolicy = typeof RetentionPolicy.Type

/** Why someone was away is let go of on the day after it, whatever this says. */
export const usualStaffAbsence: StaffAbsenceRule = {
  days: workingChoice(
    28,
    "no source seen says how long; the person who was away is told what became of their interviews for a week after it, and nothing else needs it"
  )
}

/**
 * To the 75th anniversary of birth for looked-after children, which nobody has confirmed for England; no rule for
 * others. Where a child has died another time counts (in Wales 15 years from the death): that is not computed, because
 * a death is not recorded here.
 */
export const defaultRetention: RetentionPolicy = {
  id: "retention-2026-11-26",
  title: "Until the council sets its own",
  rules: {
    "looked-after": {
      from: "birth",
      years: {
        value: 75,
        source:
          "The Welsh regulations WSI 2007/310, regulation 10, say the 75th anniversary of birth for looked-after children's case records. England's parallel is the Care Planning Regulations 2010 (SI 2010/959), Part 9, whose number we have not seen",
        verified: false
      }
    }
  }
}
