import { IN_ERROR } from "../caseTable/outcomes.ts"
import type { CmeCommandOf } from "./caseCommands.ts"
import { type CmeCheck, refuseIf } from "./caseDecision.ts"
import { AnswerStillUnread, NotAcknowledged, NotAdmitted, NotJudgedSuitable } from "./caseRefusals.ts"
import { type CmeCase, isUnread } from "./caseState.ts"

/** Whether what an outcome says is on record: a case does not end on hope. */
const restsOnFact = (
  { admission, homeEducation, trace }: CmeCase,
  { outcome }: Pick<CmeCommandOf<"CloseCase">, "outcome">
): CmeCheck => {
  if (outcome === "school-place") return refuseIf(admission === undefined, NotAdmitted)
  if (outcome === "suitable-home-education") {
    return refuseIf(homeEducation?.judgement !== "suitable", NotJudgedSuitable)
  }
  const isAcknowledged = trace?.acknowledgedOn !== undefined && trace.rejectedOn === undefined
  return refuseIf(outcome === "other-authority" && !isAcknowledged, NotAcknowledged)
}

/** Outcomes after which nobody looks for the child, whatever an enquiry may still say. */
const settled: ReadonlyArray<string> = [IN_ERROR, "died", "school-place"]

/** An answer that nobody has read may say where the child is, so it is read before the case ends without a place. */
const isAllRead = ({ enquiries }: CmeCase, { outcome }: Pick<CmeCommandOf<"CloseCase">, "outcome">): CmeCheck =>
  refuseIf(!settled.includes(outcome) && enquiries.some(isUnread), AnswerStillUnread)

/** What has to be on record before a case is closed with an outcome. */
export const closingChecks = (
  one: CmeCase,
  command: Pick<CmeCommandOf<"CloseCase">, "outcome">
): ReadonlyArray<CmeCheck> => [restsOnFact(one, command), isAllRead(one, command)]
