import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { instantFault } from "../../calendar/checkInstant.ts"
import { isInstant } from "../../calendar/instant.ts"
import { type InputFault, inputFault } from "../../faults/inputFault.ts"
import { schemaFaults } from "../../faults/schemaFaults.ts"
import type { InvalidCommand } from "../../pathway/decideUnknown.ts"
import { CmeCommand } from "./caseCommands.ts"
import type { CmeEvent } from "./caseEvents.ts"
import type { CmeRefusal } from "./caseRefusal.ts"
import type { PupilState } from "./caseState.ts"
import { type CmeDecisionContext, decideCase } from "./decideCase.ts"

/** Every fault at once, and nothing that nobody asked for: a name must not be dropped in silence. */
const strictly = { errors: "all", onExcessProperty: "error" } as const

const written = Schema.decodeUnknownResult(CmeCommand, strictly)
const typed = Schema.decodeUnknownResult(Schema.toType(CmeCommand), strictly)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const invalid = (faults: ReadonlyArray<InputFault>): Result.Result<never, InvalidCommand> => {
  const [first = inputFault("", "This is no command.")] = faults
  return Result.fail({ _tag: "InvalidCommand", field: first.field, message: first.message, faults })
}

/**
 * Decides on a command about a child missing education from outside: JSON, or anything else. What is no command is refused
 * with each fault in words, and nothing throws. A command that is one is answered as `decideCase` answers it.
 *
 * @param command as `Schema.encodeSync(CmeCommand)` writes it, with days as `YYYY-MM-DD`; or typed
 * @param context `now` in epoch milliseconds
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { CmeCaseId, decideUnknownCase, emptyPupilState, evolveCase, usualCmePolicy } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const state = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * const command = { _tag: "RecordStart", caseId: "case-1", since: "2026-09-01" }
 * const context = { now: utc(2026, 9, 8, 9) }
 * Result.map(decideUnknownCase(state, command, context), (events) => events.length) // success(1)
 * const wrong = decideUnknownCase(state, { ...command, since: "last week" }, context)
 * Result.mapError(wrong, ({ field }) => field) // failure("since")
 * ```
 */
export const decideUnknownCase = (
  state: PupilState,
  command: unknown,
  context: CmeDecisionContext
): Result.Result<ReadonlyArray<CmeEvent>, CmeRefusal | InvalidCommand> => {
  const now: unknown = isRecord(context) ? context.now : undefined
  if (!isRecord(state) || !Array.isArray(state.cases)) {
    return invalid([inputFault("state", "Give the state as foldCases or evolveCase gave it.")])
  }
  if (!isInstant(now)) return invalid([instantFault(now, "now")])
  const read = Result.orElse(written(command), (fault) => Result.mapError(typed(command), () => fault))
  return Result.isSuccess(read) ? decideCase(state, read.success, { now }) : invalid(schemaFaults(read.failure.issue))
}
