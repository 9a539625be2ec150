import type { Instant } from "@safe-return/domain/calendar"
import {
  type EpisodeId,
  InterviewId,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { EpisodeRow } from "../episodeTable/columns.ts"
import { latestTimeOf, type PlacedRow } from "./asOf.ts"

const FROM_THE_TABLE = PersonId.make("episode-table")
const SOMEBODY = PersonId.make("not-known")

/** What stands in for a cell that is blank where the pathway needs a value: `childHistories` counts each. */
const standIns = {
  absence: "missing",
  missingFrom: ({ case_status }: EpisodeRow) => (case_status === "looked-after" ? "care" : "home"),
  risk: "no-apparent"
} as const

const episodeEvents = (row: PlacedRow, policy: Policy): ReadonlyArray<PathwayEvent> => {
  const episodeId = row.episode_id
  const reportedAt = row.reported_at ?? row.missing_at
  return [
    {
      _tag: "EpisodeOpened",
      episodeId,
      absence: row.absence ?? standIns.absence,
      missingFrom: row.missing_from ?? standIns.missingFrom(row),
      risk: row.risk ?? standIns.risk,
      missingAt: row.missing_at,
      reportedAt,
      notifiedAt: row.notified_at ?? reportedAt,
      policy
    },
    ...(row.found_at === undefined ? [] : [{ _tag: "ChildFound", episodeId, foundAt: row.found_at } as const]),
    ...(row.returned_at === undefined
      ? []
      : [{ _tag: "ChildReturned", episodeId, returnedAt: row.returned_at } as const])
  ]
}

/** The interview a row tells of; undefined when it tells of none. One without an id is the episode's own. */
const interviewIdOf = (row: EpisodeRow): InterviewId | undefined => {
  if (row.rhi_id !== undefined) return row.rhi_id
  const isTold =
    row.rhi_offered_at !== undefined || row.rhi_response !== undefined || row.rhi_completed_at !== undefined
  return isTold ? InterviewId.make(`rhi of ${row.episode_id}`) : undefined
}

/** The first of the rows of one interview that knows this. */
const told = <Column extends keyof EpisodeRow>(rows: ReadonlyArray<PlacedRow>, column: Column) =>
  rows.find((row) => row[column] !== undefined)?.[column]

const notDoneEvent = (rows: ReadonlyArray<PlacedRow>, interviewId?: InterviewId): ReadonlyArray<PathwayEvent> => {
  const [first, ...rest] = rows.filter((row) => row.rhi_not_done !== undefined)
  if (first?.rhi_not_done === undefined) return []
  const episodeIds: [EpisodeId, ...Array<EpisodeId>] = [first.episode_id, ...rest.map((row) => row.episode_id)]
  const of = interviewId === undefined ? {} : { interviewId }
  return [{ _tag: "InterviewNotDone", episodeIds, ...of, reason: first.rhi_not_done, decidedBy: SOMEBODY }]
}

const interviewEvents = (
  interviewId: InterviewId,
  [first, ...rest]: readonly [PlacedRow, ...ReadonlyArray<PlacedRow>]
): ReadonlyArray<PathwayEvent> => {
  const rows = [first, ...rest]
  const completedAt = told(rows, "rhi_completed_at")
  const events: Array<PathwayEvent> = [
    {
      _tag: "InterviewAssigned",
      interviewId,
      episodeIds: [first.episode_id, ...rest.map((row) => row.episode_id)],
      interviewer: SOMEBODY,
      knownAdult: false
    }
  ]
  // An offer and an answer are the row's own.
  for (const { episode_id, rhi_offered_at: offeredAt, rhi_response: response } of rows) {
    const episodeIds = [episode_id] as const
    if (offeredAt !== undefined) events.push({ _tag: "InterviewOffered", interviewId, episodeIds, offeredAt })
    if (response !== undefined) events.push({ _tag: "InterviewAnswered", interviewId, episodeIds, response })
  }
  events.push(...notDoneEvent(rows, interviewId))
  if (completedAt !== undefined) {
    events.push({
      _tag: "InterviewCompleted",
      interviewId,
      completedAt,
      interviewer: SOMEBODY,
      // The table does not say where it was held nor what was told: nothing is read into it.
      venue: "neutral",
      harmDisclosed: "not-disclosed",
      exploitation: [],
      followUp: []
    })
  }
  return events
}

/**
 * When an event counts as recorded. A table says when things happened and not when they were recorded: nothing may look
 * as if it had been unknown for longer than it was not so.
 */
const recordedAtOf = (event: PathwayEvent, row: PlacedRow): Instant => {
  switch (event._tag) {
    case "EpisodeOpened":
      return event.notifiedAt
    case "ChildFound":
      return event.foundAt
    case "ChildReturned":
      return event.returnedAt
    case "InterviewOffered":
      return event.offeredAt
    case "InterviewCompleted":
      return event.completedAt
    case "InterviewAssigned":
      return row.returned_at ?? row.found_at ?? row.missing_at
    case "InterviewAnswered":
      return row.rhi_offered_at ?? latestTimeOf(row)
    default:
      return latestTimeOf(row)
  }
}

/** What one child's rows, in order of disappearance, tell as events of the pathway. */
export const eventsOfRows = (rows: ReadonlyArray<PlacedRow>, policy: Policy): ReadonlyArray<RecordedEvent> => {
  const recorded = (row: PlacedRow, events: ReadonlyArray<PathwayEvent>): ReadonlyArray<RecordedEvent> =>
    events.map((event) => ({ recordedAt: recordedAtOf(event, row), recordedBy: FROM_THE_TABLE, event }))
  const byInterview = new Map<InterviewId, [PlacedRow, ...Array<PlacedRow>]>()
  const stream: Array<RecordedEvent> = []
  for (const row of rows) {
    stream.push(...recorded(row, episodeEvents(row, policy)))
    const interviewId = interviewIdOf(row)
    if (interviewId === undefined) {
      stream.push(...recorded(row, notDoneEvent([row])))
      continue
    }
    const covered = byInterview.get(interviewId)
    if (covered === undefined) byInterview.set(interviewId, [row])
    else covered.push(row)
  }
  for (const [interviewId, covered] of byInterview) {
    const last = covered.at(-1) ?? covered[0]
    stream.push(...recorded(last, interviewEvents(interviewId, covered)))
  }
  return stream
}
