import { deepFreeze } from "../../deepFreeze.ts"

const NOT_SEEN = "as others give it: its text was not seen"

/** The numbers by which a child comes off a roll, each beside its source. `verified`: the text itself was seen. */
export const rollRules = deepFreeze({
  /** Ground h: school days after the leave. */
  schoolDaysAfterLeave: { value: 10, source: `SI 2024/208, regulation 9(1)(h), ${NOT_SEEN}`, verified: false },
  /** Ground i: school days of absence on end. */
  schoolDaysAbsent: { value: 20, source: `SI 2024/208, regulation 9(1)(i), ${NOT_SEEN}`, verified: false },
  /** Ground i: absent without permission, by the register's codes; any other mark breaks the absence. */
  absentCodes: { value: ["G", "N", "O"], source: `SI 2024/208, regulation 9(1)(i), ${NOT_SEEN}`, verified: false },
  /** A school returns to the council who was absent so long without permission. */
  schoolDaysToAbsenceReturn: { value: 10, source: "SI 2024/208, regulation 13", verified: true }
})
export type RollRules = typeof rollRules
