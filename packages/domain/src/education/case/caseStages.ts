import { type CmeCase, isOpenCase } from "./caseState.ts"

/** How far another authority has taken an open case over, and how far a place at a school has come. */
export const openCaseStages = [
  "open",
  "open-offered",
  "open-admitted",
  "traced",
  "traced-offered",
  "traced-admitted",
  "acknowledged",
  "acknowledged-offered",
  "acknowledged-admitted"
] as const
export type OpenCaseStage = (typeof openCaseStages)[number]

/** Where nothing more is done on a case, or there is none. */
export const endedCaseStages = ["nothing-recorded", "unknown-case", "closed", "merged"] as const
export type EndedCaseStage = (typeof endedCaseStages)[number]

export type CaseStage = OpenCaseStage | EndedCaseStage

const traceOf = ({ trace }: CmeCase): "open" | "traced" | "acknowledged" => {
  if (trace === undefined || trace.rejectedOn !== undefined) return "open"
  return trace.acknowledgedOn === undefined ? "traced" : "acknowledged"
}

const placeOf = ({ admission, offer }: CmeCase): "" | "-offered" | "-admitted" => {
  if (admission !== undefined) return "-admitted"
  return offer === undefined || offer.answer?.answer === "declined" ? "" : "-offered"
}

/**
 * The stage of one case on a child's record: how far another authority has taken it over, and how far a place has come.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { CmeCaseId, caseStageOf, emptyPupilState, evolveCase, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const referred = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * const offeredOn = civilDay(2026, 9, 21)
 * const offered = evolveCase(referred, { _tag: "OfferRecorded", caseId, school: "Made-up Academy", offeredOn })
 * referred.cases.map(caseStageOf) // ["open"]
 * offered.cases.map(caseStageOf) // ["open-offered"]
 * ```
 */
export const caseStageOf = (one: CmeCase): Exclude<CaseStage, "nothing-recorded" | "unknown-case"> => {
  if (one.mergedInto !== undefined) return "merged"
  return isOpenCase(one) ? `${traceOf(one)}${placeOf(one)}` : "closed"
}
