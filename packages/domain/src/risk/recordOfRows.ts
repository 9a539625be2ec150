import { Instant } from "../calendar/instant.ts"
import type { HistoryRow } from "../pathway/historyRow.ts"
import type { ImportedEpisode } from "../pathway/importedEpisode.ts"
import { historyTimes, isPlaced, type PlacedHistoryRow } from "../pathway/placedHistoryRow.ts"
import type { ChildState, Episode, Interview, Progress } from "../pathway/state.ts"
import type { InterviewId, PersonId } from "../vocabulary/identifiers.ts"
import { later } from "./rule.ts"

type RowAndPolicy = Pick<ImportedEpisode, "row" | "policy">

const notKnown = "not-known" as PersonId

/** What stands in for a cell that is blank where a rule reads a value. */
const standIns = {
  absence: "missing",
  missingFrom: ({ case_status }: HistoryRow) => (case_status === "looked-after" ? "care" : "home"),
  risk: "no-apparent"
} as const

const progressOf = ({ found_at: foundAt, returned_at: returnedAt }: HistoryRow): Progress => {
  if (returnedAt !== undefined) return { _tag: "Returned", returnedAt, ...(foundAt === undefined ? {} : { foundAt }) }
  return foundAt === undefined ? { _tag: "Missing" } : { _tag: "Found", foundAt }
}

/** The interview a row tells of; undefined when it tells of none. One without an id is the episode's own. */
const interviewIdOf = ({ episode_id, ...row }: HistoryRow): InterviewId | undefined => {
  if (row.rhi_id !== undefined) return row.rhi_id
  const told = row.rhi_offered_at ?? row.rhi_response ?? row.rhi_completed_at
  return told === undefined ? undefined : (`rhi of ${episode_id}` as InterviewId)
}

const episodeOf = (row: PlacedHistoryRow, policy: ImportedEpisode["policy"]): Episode => {
  const reportedAt = row.reported_at ?? row.missing_at
  const isOwnReason = row.rhi_not_done !== undefined && interviewIdOf(row) === undefined
  return {
    id: row.episode_id,
    absence: row.absence ?? standIns.absence,
    missingFrom: row.missing_from ?? standIns.missingFrom(row),
    risk: row.risk ?? standIns.risk,
    missingAt: row.missing_at,
    reportedAt,
    notifiedAt: row.notified_at ?? reportedAt,
    policy,
    progress: progressOf(row),
    ...(isOwnReason ? { interviewNotDone: { reason: row.rhi_not_done, decidedBy: notKnown } } : {})
  }
}

/** The latest moment the row tells of: it cannot have been written down before. */
const latestTimeOf = (row: PlacedHistoryRow): Instant =>
  historyTimes.reduce<Instant>((latest, time) => later(latest, row[time] ?? latest), row.missing_at)

const byTime = (one: { readonly at: Instant }, other: { readonly at: Instant }): number => one.at - other.at

type Rows = readonly [PlacedHistoryRow, ...ReadonlyArray<PlacedHistoryRow>]

const offersIn = (rows: Rows) =>
  rows
    .flatMap(({ missing_at, episode_id: id, rhi_offered_at: offeredAt }) =>
      offeredAt === undefined ? [] : [{ at: later(missing_at, offeredAt), offeredAt, id }]
    )
    .sort(byTime)

/** An answer carries no date: of an offer without one nobody can say that it was late. */
const answersIn = (rows: Rows) =>
  rows
    .flatMap(({ missing_at: at, episode_id: id, ...row }) => {
      const { rhi_response: response } = row
      return response === undefined
        ? []
        : [{ at: later(at, row.rhi_offered_at ?? row.returned_at ?? at), response, id }]
    })
    .sort(byTime)

const reasonIn = (rows: Rows): (Pick<Interview, "reasons" | "notDone"> & { readonly at: Instant }) | undefined => {
  const [first, ...others] = rows.filter(({ rhi_not_done }) => rhi_not_done !== undefined)
  if (first?.rhi_not_done === undefined) return undefined
  const notDone = { reason: first.rhi_not_done, decidedBy: notKnown }
  const episodeIds = [first, ...others].map(({ episode_id }) => episode_id)
  return { at: latestTimeOf(others.at(-1) ?? first), notDone, reasons: [{ ...notDone, episodeIds }] }
}

/** What was offered, answered or held after it was said that there is no interview takes it up again. */
const interviewOf = (id: InterviewId, rows: Rows): Interview => {
  const [first, ...others] = rows
  const [offers, answers, none] = [offersIn(rows), answersIn(rows), reasonIn(rows)]
  const completedAt = rows.find((row) => row.rhi_completed_at !== undefined)?.rhi_completed_at
  const isTakenUp =
    none === undefined ||
    [...offers, ...answers].some(({ at }) => at > none.at) ||
    (completedAt !== undefined && later(first.missing_at, completedAt) >= none.at)
  const response = completedAt === undefined ? answers.at(-1)?.response : "accepted"
  return {
    id,
    episodeIds: [first.episode_id, ...others.map(({ episode_id }) => episode_id)],
    interviewer: notKnown,
    knownAdult: false,
    ...(offers.length === 0
      ? {}
      : {
          offers: offers.map(({ offeredAt, id: episodeId }) => ({ offeredAt, episodeIds: [episodeId] })),
          offeredAt: Instant(Math.min(...offers.map(({ offeredAt }) => offeredAt)))
        }),
    ...(answers.length === 0
      ? {}
      : {
          answers: answers.map(({ response: answer, id: episodeId }) => ({ response: answer, episodeIds: [episodeId] }))
        }),
    ...(response === undefined ? {} : { response }),
    ...(isTakenUp ? {} : { reasons: none.reasons, notDone: none.notDone }),
    ...(completedAt === undefined
      ? {}
      : {
          completed: {
            completedAt,
            interviewer: notKnown,
            // The table does not say where it was held nor what was told: nothing is read into it.
            venue: "neutral",
            harmDisclosed: "not-disclosed",
            exploitation: [],
            followUp: []
          }
        })
  } as Interview
}

/**
 * The rows of a child's history as a record that rules can read, in order of disappearance; rows that tell no time are
 * left out. A blank cell stands for nothing known: where a rule reads a value, a stand-in takes its place.
 *
 * @param history rows of the episode table with times in epoch milliseconds, each with the policy to read it by
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { recordOfRows } from "@safe-return/domain/risk"
 *
 * const row = { episode_id: EpisodeId.make("E-1"), missing_at: utc(2026, 3, 1, 18), returned_at: utc(2026, 3, 2, 9) }
 * const { episodes } = recordOfRows([{ row, policy: rotherham }])
 * episodes.map(({ id, progress }) => [id, progress._tag]) // [["E-1","Returned"]]
 * recordOfRows([{ row: { episode_id: EpisodeId.make("E-2") }, policy: rotherham }]).episodes // []
 * ```
 */
export const recordOfRows = (history: ReadonlyArray<RowAndPolicy>): Pick<ChildState, "episodes" | "interviews"> => {
  const placed = history
    .flatMap(({ row, policy }) => (isPlaced(row) ? [{ row, policy }] : []))
    .sort(({ row: one }, { row: other }) => one.missing_at - other.missing_at)
  const byInterview = new Map<InterviewId, [PlacedHistoryRow, ...Array<PlacedHistoryRow>]>()
  for (const { row } of placed) {
    const id = interviewIdOf(row)
    if (id === undefined) continue
    const covered = byInterview.get(id)
    if (covered === undefined) byInterview.set(id, [row])
    else covered.push(row)
  }
  return {
    episodes: placed.map(({ row, policy }) => episodeOf(row, policy)),
    interviews: [...byInterview].map(([id, rows]) => interviewOf(id, rows))
  }
}
