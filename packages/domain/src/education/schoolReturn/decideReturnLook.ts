import * as Result from "effect/Result"
import type { CmeEvent, CmeEventOf } from "../case/caseEvents.ts"
import type { PupilState } from "../case/caseState.ts"
import { type ReturnLookRefusal, ReturnOnCase, UnknownReturn } from "./returnRefusals.ts"
import { isSameReturn } from "./schoolReturn.ts"

/** A person's look at a return that opened no case: which one, what they found, and who they are. */
export type ReturnLook = Omit<CmeEventOf<"SchoolReturnSeen">, "_tag">

/**
 * The events that a look at a school's return comes to: none where the same was found before. The newest finding counts.
 * It throws nothing.
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { decideReturnLook, emptyPupilState, evolveCase, SchoolReference } from "@safe-return/domain/education"
 * import { PersonId } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * const named = { kind: "ten-day-absence", schoolReference: SchoolReference.make("SCH-4001-17") } as const
 * const received = { ...named, sentAt: utc(2026, 11, 30, 9), from: civilDay(2026, 11, 16) }
 * const kept = evolveCase(emptyPupilState, { _tag: "SchoolReturnKept", received })
 * const look = { ...named, finding: "at-school", by: PersonId.make("attendance-officer-1") } as const
 * Result.map(decideReturnLook(kept, look), (events) => events.length) // success(1)
 * Result.mapError(decideReturnLook(emptyPupilState, look), ({ _tag }) => _tag) // failure("UnknownReturn")
 * ```
 */
export const decideReturnLook = (
  { returns = [] }: PupilState,
  look: ReturnLook
): Result.Result<ReadonlyArray<CmeEvent>, ReturnLookRefusal> => {
  const known = returns.find((one) => isSameReturn(one, look))
  if (known === undefined) return Result.fail(UnknownReturn)
  if (known.caseId !== undefined) return Result.fail(ReturnOnCase)
  return Result.succeed(known.look?.finding === look.finding ? [] : [{ _tag: "SchoolReturnSeen", ...look }])
}
