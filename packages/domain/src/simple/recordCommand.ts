import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { formatInstant } from "../calendar/instant.ts"
import { inputFault } from "../faults/inputFault.ts"
import { decideUnknown } from "../pathway/decideUnknown.ts"
import { RecordedEvent } from "../pathway/events.ts"
import { record } from "../pathway/evolve.ts"
import { foldUnknown } from "../pathway/foldUnknown.ts"
import { isOpen } from "../pathway/standing.ts"
import type { ChildState } from "../pathway/state.ts"
import { PersonId } from "../vocabulary/identifiers.ts"
import { isRecord, no, notAnObject, type SimpleAnswer, yes } from "./answer.ts"
import { readPolicy, readTime } from "./reading.ts"

/** One episode, as far as a list shows it. */
export interface EpisodeLine {
  readonly id: string
  readonly progress: string
  readonly isOpen: boolean
  readonly missingAt: string
}

/** What to keep, and how the child's episodes stand once it is. */
export interface RecordedCommand {
  /** Add these to the child's events, in this order. */
  readonly recorded: ReadonlyArray<object>
  readonly episodes: ReadonlyArray<EpisodeLine>
}

const linesOf = ({ episodes }: ChildState): ReadonlyArray<EpisodeLine> =>
  episodes.map((episode) => ({
    id: episode.id,
    progress: episode.progress._tag,
    isOpen: isOpen(episode),
    missingAt: formatInstant(episode.missingAt)
  }))

const encode = Schema.encodeSync(RecordedEvent)
const isPerson = Schema.is(PersonId)

/** A command may name a pack in place of a policy. */
const withPolicy = (command: unknown): Result.Result<unknown, ReturnType<typeof no>> => {
  if (!isRecord(command) || typeof command["policy"] !== "string") return Result.succeed(command)
  return Result.match(readPolicy(command["policy"]), {
    onFailure: (faults) => Result.fail(no(...faults)),
    onSuccess: (policy) => Result.succeed({ ...command, policy })
  })
}

/**
 * Decides on one command about one child, and gives the events to keep. It keeps nothing itself.
 *
 * `ok: false` comes with the faults of what cannot be read, each with its field (`_tag` is `InputFault`), or with the
 * one refusal of the pathway and its tag; nothing throws. All times in commands and events are ISO 8601 with an
 * offset.
 *
 * @param asked the child's `events` so far, as they were kept; the `command` as JSON, whose `policy` may be the name
 * of a pack; `now` as ISO 8601 with an offset; `by`, the id of the person or intake who asks
 *
 * @example
 * ```ts
 * import { recordCommand } from "@safe-return/domain/simple"
 *
 * const notification = {
 *   kind: "missing",
 *   policeReference: "SYN-2026-0417",
 *   child: { reference: "LCS-10432" },
 *   ...{ absence: "missing", missingFrom: "care", risk: "medium" },
 *   ...{ missingAt: "2026-11-20T17:00:00Z", reportedAt: "2026-11-20T18:00:00Z", sentAt: "2026-11-20T19:00:00Z" }
 * }
 * const command = { _tag: "ReceiveNotification", newEpisodeId: "episode-1", policy: "rotherham", notification }
 * const answer = recordCommand({ events: [], command, now: "2026-11-20T19:00:00Z", by: "police-intake" })
 * answer.ok && answer.episodes // [{"id":"episode-1","progress":"Missing","isOpen":true,"missingAt":"2026-11-20T17:00:00.000Z"}]
 * const late = recordCommand({ events: [], command, now: "half past nine", by: "police-intake" })
 * late.ok ? [] : late.faults.map(({ field }) => field) // ["now"]
 * ```
 */
export const recordCommand = (asked: {
  readonly events: ReadonlyArray<object>
  readonly command: object
  readonly now: string
  readonly by: string
}): SimpleAnswer<RecordedCommand> => {
  if (!isRecord(asked)) return no(notAnObject)
  const { by } = asked
  if (!isPerson(by)) return no(inputFault("by", "Give the id of the person or intake who asks."))
  const now = readTime(asked.now, "now")
  if (Result.isFailure(now)) return no(now.failure)
  const command = withPolicy(asked.command)
  if (Result.isFailure(command)) return command.failure
  const state = foldUnknown(asked.events)
  if (Result.isFailure(state)) {
    return no(...state.failure.map(({ field, message }) => inputFault(`events${field}`, message)))
  }
  const decision = decideUnknown(state.success, command.success, { now: now.success })
  if (Result.isFailure(decision)) {
    return decision.failure._tag === "InvalidCommand" ? no(...decision.failure.faults) : no(decision.failure)
  }
  const next = record(state.success, decision.success, { at: now.success, by })
  return yes({ recorded: next.recorded.map((one) => encode(one)), episodes: linesOf(next.state) })
}
