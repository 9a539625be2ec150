import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type InputFault, inputFault } from "../../faults/inputFault.ts"
import { schemaFaults } from "../../faults/schemaFaults.ts"
import { type CmeEvent, RecordedCmeEvent } from "./caseEvents.ts"
import { emptyPupilState, type PupilState } from "./caseState.ts"
import { evolveCase, isKnownCaseEvent } from "./evolveCase.ts"

const written = Schema.decodeUnknownResult(RecordedCmeEvent, { errors: "all" })
const typed = Schema.decodeUnknownResult(Schema.toType(RecordedCmeEvent), { errors: "all" })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** An event of a kind that a newer version wrote, as far as it can be read. */
const laterKind = (input: unknown): CmeEvent | undefined => {
  const event = isRecord(input) ? input["event"] : undefined
  const isLater = isRecord(event) && typeof event["_tag"] === "string" && !isKnownCaseEvent(event["_tag"])
  return isLater ? (event as unknown as CmeEvent) : undefined
}

/**
 * A child's cases from a stream out of any storage: recorded events as JSON, or typed. Events of kinds that this version does
 * not know are passed over and listed in `unknownEvents`; any other fault is named by its place. Nothing throws.
 *
 * @param stream one child's recorded events in order, as `Schema.encodeSync(RecordedCmeEvent)` writes each
 *
 * @example
 * ```ts
 * import { foldUnknownCases } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const recorded = { recordedAt: "2026-09-08T09:00:00.000Z", recordedBy: "education-officer-1" }
 * const later = { ...recorded, event: { _tag: "CaseOfALaterVersion" } }
 * Result.map(foldUnknownCases([later]), ({ unknownEvents }) => unknownEvents) // success(["CaseOfALaterVersion"])
 * const wrong = { ...recorded, event: { _tag: "StartRecorded", caseId: "case-1", since: "last week" } }
 * Result.mapError(foldUnknownCases([wrong]), ([fault]) => fault?.field) // failure("[0].event.since")
 * ```
 */
export const foldUnknownCases = (stream: unknown): Result.Result<PupilState, ReadonlyArray<InputFault>> => {
  if (!Array.isArray(stream)) return Result.fail([inputFault("", "Give a list of recorded events, in their order.")])
  const faults: Array<InputFault> = []
  let state = emptyPupilState
  for (const [place, input] of stream.entries()) {
    const later = laterKind(input)
    if (later !== undefined) {
      state = evolveCase(state, later)
      continue
    }
    const read = Result.orElse(written(input), (fault) => Result.mapError(typed(input), () => fault))
    if (Result.isSuccess(read)) state = evolveCase(state, read.success.event)
    else
      for (const { field, message } of schemaFaults(read.failure.issue))
        faults.push(inputFault(`[${place}].${field}`, message))
  }
  return faults.length === 0 ? Result.succeed(state) : Result.fail(faults)
}
