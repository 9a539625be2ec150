import * as Result from "effect/Result"
import type { CivilDay } from "../../calendar/civilDay.ts"
import type { CmeEvent } from "./caseEvents.ts"
import type { CmeRefusal } from "./caseRefusal.ts"
import { DayInFuture, DaysOutOfOrder } from "./caseRefusals.ts"

/** What a command comes to: events to record (none when it was done before), or the reason why not. */
export type CmeDecision = Result.Result<ReadonlyArray<CmeEvent>, CmeRefusal>

/** What a check comes to: nothing, or the reason why not. */
export type CmeCheck = Result.Result<void, CmeRefusal>

export const accept = (...events: ReadonlyArray<CmeEvent>): CmeDecision => Result.succeed(events)

export const refuse = (refusal: CmeRefusal): CmeDecision => Result.fail(refusal)

/** The event, once every check has passed; or the first refusal. */
export const acceptAfter = (event: CmeEvent, ...checks: ReadonlyArray<CmeCheck>): CmeDecision => {
  const refused = checks.find(Result.isFailure)
  return refused === undefined ? accept(event) : refuse(refused.failure)
}

export const refuseIf = (isWrong: boolean, refusal: CmeRefusal): CmeCheck =>
  isWrong ? Result.fail(refusal) : Result.void

type DayField = Parameters<typeof DayInFuture>[0]

export const notInFuture = (field: DayField, day: CivilDay | undefined, today: CivilDay): CmeCheck =>
  refuseIf(day !== undefined && day > today, DayInFuture(field))

/** Refuses a day that is before another, where both are known. */
export const notBefore = (
  field: DayField,
  day: CivilDay | undefined,
  other: CivilDay | undefined,
  words: string
): CmeCheck => refuseIf(day !== undefined && other !== undefined && day < other, DaysOutOfOrder(field, words))
