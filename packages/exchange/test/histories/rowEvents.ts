/** What a table tells as events of the pathway: the other way to come to a record from its rows. */
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type EpisodeId,
  historyTimes,
  InterviewId,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { EpisodeRow } from "@safe-return/exchange"

type PlacedRow = EpisodeRow & { readonly missing_at: Instant }

/** The latest moment the row tells of: it cannot have been written down before. */
const latestTimeOf = (row: PlacedRow): Instant =>
  historyTimes.reduce<Instant>((latest, column) => {
    const time = row[column]
    return time !== undefined && time > latest ? time : latest
  }, row.missing_at)

const FROM_THE_TABLE = PersonId.make("episode-table")
const UNKNOWN_PERSON = PersonId.make("not-known")

/** What stands in for a cell that is blank where the pathway needs a value. */
const standIns = {
  absence: "missing",
  missingFrom: ({ case_status }: EpisodeRow) => (case_status === "looked-after" ? "care" : "home"),
  risk: "no-apparent"
} as const

/** The table tells when things happened, never when they were learnt: each is recorded as it happened. */
const recorded = (at: Instant, event: PathwayEvent): RecordedEvent => ({
  recordedAt: at,
  recordedBy: FROM_THE_TABLE,
  event
})

const laterOf = (one: Instant, other: Instant | undefined): Instant =>
  other === undefined || other < one ? one : other

const episodeEvents = (row: PlacedRow, policy: Policy): ReadonlyArray<RecordedEvent> => {
  const { episode_id: episodeId, missing_at, found_at: foundAt, returned_at: returnedAt } = row
  const reportedAt = row.reported_at ?? missing_at
  return [
    recorded(missing_at, {
      _tag: "EpisodeOpened",
      episodeId,
      absence: row.absence ?? standIns.absence,
      missingFrom: row.missing_from ?? standIns.missingFrom(row),
      risk: row.risk ?? standIns.risk,
      missingAt: missing_at,
      reportedAt,
      notifiedAt: row.notified_at ?? reportedAt,
      policy
    }),
    ...(foundAt === undefined
      ? []
      : [recorded(laterOf(missing_at, foundAt), { _tag: "ChildFound", episodeId, foundAt })]),
    ...(returnedAt === undefined
      ? []
      : [recorded(laterOf(missing_at, returnedAt), { _tag: "ChildReturned", episodeId, returnedAt })])
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

const notDoneEvent = (rows: ReadonlyArray<PlacedRow>, interviewId?: InterviewId): ReadonlyArray<RecordedEvent> => {
  const [first, ...rest] = rows.filter((row) => row.rhi_not_done !== undefined)
  if (first?.rhi_not_done === undefined) return []
  const episodeIds: [EpisodeId, ...Array<EpisodeId>] = [first.episode_id, ...rest.map((row) => row.episode_id)]
  const of = definedFields({ interviewId })
  const at = latestTimeOf(rest.at(-1) ?? first)
  return [
    recorded(at, { _tag: "InterviewNotDone", episodeIds, ...of, reason: first.rhi_not_done, decidedBy: UNKNOWN_PERSON })
  ]
}

/** What an interview was told of covers an episode from its beginning: the table does not say since when. */
const coveringEvents = (
  interviewId: InterviewId,
  [first, ...rest]: readonly [PlacedRow, ...ReadonlyArray<PlacedRow>]
): ReadonlyArray<RecordedEvent> => [
  recorded(first.missing_at, {
    _tag: "InterviewAssigned",
    interviewId,
    episodeIds: [first.episode_id],
    interviewer: UNKNOWN_PERSON,
    knownAdult: false
  }),
  ...rest.map(({ missing_at, episode_id }) =>
    recorded(missing_at, { _tag: "InterviewExtended", interviewId, episodeIds: [episode_id] })
  )
]

/** An offer and an answer are the row's own. */
const offerEvents = (interviewId: InterviewId, row: PlacedRow): ReadonlyArray<RecordedEvent> => {
  const { missing_at, returned_at, rhi_offered_at: offeredAt, rhi_response: response } = row
  const of = { interviewId, episodeIds: [row.episode_id] } as const
  // An answer carries no date: of an offer without one nobody can say that it was late.
  const answeredAt = laterOf(missing_at, offeredAt ?? returned_at)
  return [
    ...(offeredAt === undefined
      ? []
      : [recorded(laterOf(missing_at, offeredAt), { _tag: "InterviewOffered", ...of, offeredAt })]),
    ...(response === undefined ? [] : [recorded(answeredAt, { _tag: "InterviewAnswered", ...of, response })])
  ]
}

const interviewEvents = (
  interviewId: InterviewId,
  rows: readonly [PlacedRow, ...ReadonlyArray<PlacedRow>]
): ReadonlyArray<RecordedEvent> => {
  const completedAt = told(rows, "rhi_completed_at")
  const events = [...coveringEvents(interviewId, rows), ...rows.flatMap((row) => offerEvents(interviewId, row))]
  events.push(...notDoneEvent(rows, interviewId))
  if (completedAt !== undefined) {
    events.push(
      recorded(laterOf(rows[0].missing_at, completedAt), {
        _tag: "InterviewCompleted",
        interviewId,
        completedAt,
        interviewer: UNKNOWN_PERSON,
        // The table does not say where it was held nor what was told: nothing is read into it.
        venue: "neutral",
        harmDisclosed: "not-disclosed",
        exploitation: [],
        followUp: []
      })
    )
  }
  return events
}

/** What one child's rows, in order of disappearance, tell as events of the pathway, in the order they happened. */
export const eventsOfRows = (rows: ReadonlyArray<PlacedRow>, policy: Policy): ReadonlyArray<RecordedEvent> => {
  const byInterview = new Map<InterviewId, [PlacedRow, ...Array<PlacedRow>]>()
  const stream: Array<RecordedEvent> = []
  for (const row of rows) {
    stream.push(...episodeEvents(row, policy))
    const interviewId = interviewIdOf(row)
    if (interviewId === undefined) {
      stream.push(...notDoneEvent([row]))
      continue
    }
    const covered = byInterview.get(interviewId)
    if (covered === undefined) byInterview.set(interviewId, [row])
    else covered.push(row)
  }
  for (const [interviewId, covered] of byInterview) stream.push(...interviewEvents(interviewId, covered))
  return stream.sort((a, b) => a.recordedAt - b.recordedAt)
}
