/** What returns say of the case they are kept on, whatever their order: the one that was sent first counts. */
import type { CivilDay } from "../../calendar/civilDay.ts"
import { londonDayOf } from "../../calendar/londonTime.ts"
import { definedFields } from "../../definedFields.ts"
import type { CmeEvent } from "../case/caseEvents.ts"
import type { CmeCase } from "../case/caseState.ts"
import type { GroundLetter } from "../caseTable/groundLetters.ts"
import type { CmeReason } from "../caseTable/reasons.ts"
import type { SchoolReturn } from "./schoolReturn.ts"

interface FactsOfReturns {
  readonly referredOn?: CivilDay
  readonly since?: CivilDay
  readonly ground?: GroundLetter
  readonly reason?: CmeReason
}

/** @param returns in the order of sending */
export const caseFactsOf = (returns: ReadonlyArray<SchoolReturn>): FactsOfReturns =>
  definedFields({
    referredOn: returns[0] && londonDayOf(returns[0].sentAt),
    since: returns[0]?.from,
    ground: returns.find(({ ground }) => ground !== undefined)?.ground,
    reason: returns.find(({ reason }) => reason !== undefined)?.reason
  })

/** What one more return puts right on an open case; what a person recorded otherwise stays. */
export const changesByReturn = (
  one: CmeCase,
  before: FactsOfReturns,
  { referredOn, since, ground, reason }: FactsOfReturns
): ReadonlyArray<CmeEvent> => {
  const isNews = <Fact extends keyof FactsOfReturns>(fact: Fact, now: FactsOfReturns[Fact]) =>
    one[fact] === before[fact] && now !== undefined && now !== before[fact]
  const facts = definedFields({
    referredOn: isNews("referredOn", referredOn) ? referredOn : undefined,
    ground: isNews("ground", ground) ? ground : undefined
  })
  return [
    ...(Object.keys(facts).length === 0
      ? []
      : [{ _tag: "CaseCorrected", caseId: one.id, facts, cleared: [], reason: "new-information" } as const]),
    ...(since !== undefined && isNews("since", since)
      ? [{ _tag: "StartRecorded", caseId: one.id, since } as const]
      : []),
    ...(reason !== undefined && isNews("reason", reason)
      ? [{ _tag: "ReasonRecorded", caseId: one.id, reason } as const]
      : [])
  ]
}
