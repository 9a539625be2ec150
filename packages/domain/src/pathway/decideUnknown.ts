import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { instantFault } from "../calendar/checkInstant.ts"
import { type Instant, isInstant } from "../calendar/instant.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { schemaFaults } from "../faults/schemaFaults.ts"
import { commandKinds } from "./commands.ts"
import { decide } from "./decide.ts"
import type { PathwayEvent } from "./events.ts"
import type { Refusal } from "./refusals.ts"
import type { ChildState } from "./state.ts"

/** What was given is no command: every fault by its field, and the first of them in `field` and `message`. */
export interface InvalidCommand {
  readonly _tag: "InvalidCommand"
  readonly field: string
  readonly message: string
  readonly faults: ReadonlyArray<InputFault>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const invalid = (faults: ReadonlyArray<InputFault>): Result.Result<never, InvalidCommand> => {
  const [first = inputFault("", "This is no command.")] = faults
  return Result.fail({ _tag: "InvalidCommand", field: first.field, message: first.message, faults })
}

/** Every fault at once, and nothing that nobody asked for: a narrative must not be dropped in silence. */
const strictly = { errors: "all", onExcessProperty: "error" } as const

/** As it is written, or as the types have it. */
const readers = new Map(
  commandKinds.map((kind) => {
    const written = Schema.decodeUnknownResult(kind as Schema.Codec<typeof kind.Type, unknown>, strictly)
    const typed = Schema.decodeUnknownResult(Schema.toType(kind as Schema.Codec<typeof kind.Type, unknown>), strictly)
    return [
      kind.fields._tag.schema.literal as string,
      (input: unknown) => Result.orElse(written(input), (fault) => Result.mapError(typed(input), () => fault))
    ] as const
  })
)

const read = (input: unknown) => {
  if (!isRecord(input) || typeof input["_tag"] !== "string") {
    return invalid([inputFault("_tag", "This is no command: give an object whose _tag names what is asked for.")])
  }
  const reader = readers.get(input["_tag"])
  if (reader === undefined) {
    return invalid([inputFault("_tag", `There is no such command. There are ${[...readers.keys()].join(", ")}.`)])
  }
  return Result.match(reader(input), {
    onFailure: ({ issue }) => invalid(schemaFaults(issue)),
    onSuccess: (command) => Result.succeed(command)
  })
}

const isState = (value: unknown): value is ChildState =>
  isRecord(value) &&
  [value["episodes"], value["interviews"], value["notifications"], value["early"]].every((list) => Array.isArray(list))

/**
 * Decides on a command from outside: JSON, or anything else. What is no command is refused with each fault in words,
 * and nothing throws. A command that is one is answered as `decide` answers it.
 *
 * @param command as `Schema.encodeSync(Command)` writes it, with times as ISO 8601 with an offset; or typed
 * @param context `now` in epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { decideUnknown } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Result } from "effect"
 *
 * const { state } = syntheticCase("found")
 * const command = { _tag: "RecordReturned", episodeId: "episode-1", returnedAt: "2026-11-21T09:30:00Z" }
 * const now = utc(2026, 11, 21, 10)
 * Result.map(decideUnknown(state, command, { now }), (events) => events.length) // success(1)
 * const wrong = decideUnknown(state, { ...command, returnedAt: "half past nine" }, { now })
 * Result.mapError(wrong, ({ field }) => field) // failure("returnedAt")
 * Result.mapError(decideUnknown(state, "returned", { now }), ({ _tag }) => _tag) // failure("InvalidCommand")
 * ```
 */
export const decideUnknown = (
  state: ChildState,
  command: unknown,
  context: { readonly now: Instant }
): Result.Result<ReadonlyArray<PathwayEvent>, Refusal | InvalidCommand> => {
  const now: unknown = isRecord(context) ? context.now : undefined
  if (!isState(state)) return invalid([inputFault("state", "Give the state as fold, evolve or record gave it.")])
  if (!isInstant(now)) return invalid([instantFault(now, "now")])
  return Result.flatMap(read(command), (known) => decide(state, known, { now }))
}
