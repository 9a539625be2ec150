/** From a file of schools' returns to the children they are about: every fault first, and then all of them. */
import { EducationCasework, resolvePupil } from "@safe-return/casework"
import {
  CmeCaseId,
  decideSchoolReturn,
  evolveCase,
  type PupilReference,
  type PupilState,
  returnFaultsIn,
  type SchoolReturn,
  usualCmePolicy
} from "@safe-return/domain/education"
import { type PersonId, type ReferencePattern, referenceKey } from "@safe-return/domain/pathway"
import type { FileFault, SchoolReturnLine } from "@safe-return/exchange"
import { Effect, Result } from "effect"
import { now } from "../commands/journal/records.ts"

interface CheckedReturn {
  readonly child: PupilReference
  readonly received: SchoolReturn
}

export interface ReturnsChecked {
  readonly returns: ReadonlyArray<CheckedReturn>
  /** In the order of the lines. */
  readonly faults: ReadonlyArray<FileFault>
}

/** Only to try a decision: no case is opened under it. */
const TRIED = CmeCaseId.make("tried")

const nameOf = ({ kind, schoolReference }: SchoolReturn): string => `${kind} ${schoolReference.toLowerCase()}`

/** What each return comes to beside what is on record and the lines before it, with nothing recorded yet. */
export const checkReturns = Effect.fn("checkReturns")(function* (
  file: string,
  lines: ReadonlyArray<SchoolReturnLine>,
  patterns: ReadonlyArray<ReferencePattern> | undefined
) {
  const at = { now: yield* now }
  const states = new Map<string, PupilState>()
  const owners = new Map<string, string>()
  for (const { child, state } of yield* (yield* EducationCasework).files) {
    states.set(referenceKey(child), state)
    for (const kept of state.returns ?? []) owners.set(nameOf(kept), referenceKey(child))
  }
  const returns: Array<CheckedReturn> = []
  const faults: Array<FileFault> = []
  for (const { line, sent, columnOf } of lines) {
    const { child: typed, ...received } = sent
    const faultIn = (field: string, message: string) => {
      const column = columnOf(field)
      faults.push({ file, line, ...(column === undefined ? {} : { column }), field, message })
    }
    const child = yield* Effect.result(
      Effect.catchTag(resolvePupil(typed.reference, patterns), "JournalUnavailable", Effect.die)
    )
    if (Result.isFailure(child)) faultIn("child.reference", child.failure.message)
    const wrong = returnFaultsIn(received, at)
    for (const { field, message } of wrong) faultIn(field, message)
    if (Result.isFailure(child) || wrong.length > 0) continue
    const key = referenceKey(child.success)
    const owner = owners.get(nameOf(received))
    const state = states.get(owner ?? key) ?? { cases: [] }
    const sentHere = { received, caseId: TRIED, policy: usualCmePolicy }
    const decided = decideSchoolReturn(state, sentHere, at)
    if (owner !== undefined && owner !== key) {
      faultIn("schoolReference", "Another child has a return of this kind under this reference. Give each its own.")
    } else if (Result.isFailure(decided)) faultIn(decided.failure.field, decided.failure.message)
    else {
      states.set(key, decided.success.reduce(evolveCase, state))
      owners.set(nameOf(received), key)
      returns.push({ child: child.success, received })
    }
  }
  return { returns, faults } satisfies ReturnsChecked
})

/** What became of the returns of a file. */
export interface ReturnsImported {
  readonly referred: number
  readonly onOpenCase: number
  /** About no case: for people to look at. */
  readonly kept: number
  readonly same: number
}

/** One after another: what is interrupted goes on where it is run again, because a return that is kept changes nothing. */
export const importReturns = Effect.fn("importReturns")(function* (
  returns: ReadonlyArray<CheckedReturn>,
  by: PersonId
) {
  const { keepReturn } = yield* EducationCasework
  const counts = { referred: 0, onOpenCase: 0, kept: 0, same: 0 }
  for (const { child, received } of returns) {
    const { events, caseId } = yield* keepReturn(child, received, by)
    if (events.length === 0) counts.same += 1
    else if (caseId === undefined) counts.kept += 1
    else if (events.some(({ _tag }) => _tag === "CaseReferred")) counts.referred += 1
    else counts.onOpenCase += 1
  }
  return counts satisfies ReturnsImported
})
