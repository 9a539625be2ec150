import { Casework, NewIds, People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type ChildReference,
  type Command,
  type EpisodeId,
  foundOrReturnedAt,
  type LogInterview,
  type PersonId,
  type Refusal
} from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { allocatedWorkerOf, findEpisode } from "../../handlers/findCase.ts"
import type { ArrangementAnswers } from "../arrangedFields.ts"
import { assignCommand } from "../assign/assignInterview.ts"
import { checkEach } from "../checkEach.ts"

interface Logging {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly logged: Pick<LogInterview, "offeredAt" | "response" | "completed" | "alsoCovers" | "knownAdult" | "keptFrom">
  /** For an interview that nobody was assigned to: who carried it out, and whether the child asked for them. */
  readonly arranged?: ArrangementAnswers | undefined
  readonly by: PersonId
  readonly expectedVersion: number | undefined
}

/** An interview that nobody was assigned to is assigned, in the same step, to the person who carried it out. */
const assignedBefore = Effect.fn("assignedBefore")(function* ({ child, episodeId, logged, arranged }: Logging) {
  if (arranged === undefined || logged.completed === undefined) return []
  const { interviewer } = logged.completed
  return [yield* assignCommand({ child, episodeId, assignment: { interviewer, ...arranged } })]
})

/** What it comes to to log what became of an interview. */
const logCommands = Effect.fnUntraced(function* (logging: Logging) {
  const { child, episodeId, logged, by } = logging
  const assigned = yield* assignedBefore(logging)
  const people = yield* People
  const roles = yield* people.rolesOf(logged.completed?.interviewer ?? by)
  const allocatedWorker = yield* allocatedWorkerOf(child)
  const newIds = yield* NewIds
  const newInterviewId = yield* newIds.interview
  const command: LogInterview = {
    _tag: "LogInterview",
    newInterviewId,
    episodeId,
    ...logged,
    isInterviewer: roles.has("interviewer"),
    ...definedFields({ allocatedWorker })
  }
  return [...assigned, command]
})

/** The log as if what was refused of it were right. */
const withoutFault =
  (now: Instant, end: Instant) =>
  (command: Command, { _tag, field }: Refusal): Command | undefined => {
    if (field === "interviewer" && (command._tag === "AssignInterview" || command._tag === "LogInterview")) {
      return { ...command, knownAdult: true }
    }
    if (command._tag !== "LogInterview") return undefined
    const { offeredAt: _, ...withoutOffer } = command
    if (_tag === "OfferAlreadyRecorded") return withoutOffer
    if (field === "offeredAt") return { ...command, offeredAt: end }
    if (field === "response") return { ...command, response: "accepted" }
    const { completed } = command
    return field === "completedAt" && completed !== undefined
      ? { ...command, completed: { ...completed, completedAt: now } }
      : undefined
  }

/** Every fault of a log at once, each beside its input. */
export const checkLog = Effect.fn("checkLog")(function* (logging: Logging) {
  const casework = yield* Casework
  const state = yield* casework.get(logging.child)
  const now = Instant(yield* Clock.currentTimeMillis)
  const end = foundOrReturnedAt(yield* findEpisode(state, logging.episodeId)) ?? now
  const commands = yield* logCommands(logging)
  yield* Effect.fromResult(
    checkEach(state, commands, { now, by: logging.by }, (_, { field }) => field, withoutFault(now, end))
  )
})

/** Logs what became of an interview, whichever form or command it was said in. */
export const recordLog = Effect.fn("logInterview")(function* (logging: Logging) {
  const commands = yield* logCommands(logging)
  const casework = yield* Casework
  return yield* casework.executeAll(logging.child, commands, logging.by, logging.expectedVersion)
})
