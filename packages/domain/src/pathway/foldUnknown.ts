import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { isInstant, parseInstant } from "../calendar/instant.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { schemaFaults } from "../faults/schemaFaults.ts"
import { RecordedEvent } from "./events.ts"
import { fold, isKnownTag } from "./evolve.ts"
import type { ChildState } from "./state.ts"

const written = Schema.decodeUnknownResult(RecordedEvent, { errors: "all" })
const typed = Schema.decodeUnknownResult(Schema.toType(RecordedEvent), { errors: "all" })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Of a kind that is not ours: folding passes it over, once it says when it was recorded. */
const ofUnknownKind = (input: unknown): Option.Option<RecordedEvent> => {
  if (!isRecord(input) || !isRecord(input["event"])) return Option.none()
  const { recordedAt, event } = input
  if (typeof event["_tag"] !== "string" || isKnownTag(event["_tag"])) return Option.none()
  const at = typeof recordedAt === "string" ? Option.getOrUndefined(parseInstant(recordedAt)) : recordedAt
  return isInstant(at) ? Option.some({ ...input, recordedAt: at } as unknown as RecordedEvent) : Option.none()
}

/**
 * The child's state from a stream out of any storage: recorded events as JSON, or typed. Events of kinds that this
 * version does not know are passed over and listed in `unknownEvents`; any other fault is named by its place.
 *
 * Nothing throws, whatever is given.
 *
 * @param stream one child's recorded events in order, as `Schema.encodeSync(RecordedEvent)` writes each
 *
 * @example
 * ```ts
 * import { RecordedEvent, foldUnknown } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Result, Schema } from "effect"
 *
 * const stream = syntheticCase("returned").recorded.map((event) => Schema.encodeSync(RecordedEvent)(event))
 * Result.map(foldUnknown(stream), ({ episodes }) => episodes.length) // success(1)
 * Result.mapError(foldUnknown([{ recordedAt: "yesterday" }]), ([fault]) => fault?.field) // failure("[0].recordedAt")
 * Result.mapError(foldUnknown("a stream"), ([fault]) => fault?.message) // failure("Give a list of recorded events, in their order.")
 * ```
 */
export const foldUnknown = (stream: unknown): Result.Result<ChildState, ReadonlyArray<InputFault>> => {
  if (!Array.isArray(stream)) return Result.fail([inputFault("", "Give a list of recorded events, in their order.")])
  const faults: Array<InputFault> = []
  const recorded: Array<RecordedEvent> = []
  for (const [place, input] of stream.entries()) {
    const unknown = ofUnknownKind(input)
    const read = Option.isSome(unknown)
      ? Result.succeed(unknown.value)
      : Result.orElse(written(input), (fault) => Result.mapError(typed(input), () => fault))
    if (Result.isSuccess(read)) recorded.push(read.success)
    else
      for (const { field, message } of schemaFaults(read.failure.issue))
        faults.push(inputFault(`[${place}].${field}`, message))
  }
  return faults.length === 0 ? Result.succeed(fold(recorded)) : Result.fail(faults)
}
