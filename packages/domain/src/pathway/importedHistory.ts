import type { HistoryRow } from "./historyRow.ts"
import type { ImportedEpisode } from "./importedEpisode.ts"
import type { ChildState, Episode } from "./state.ts"

const FOR_GOOD = Infinity

const endOfRecord = ({ progress, closure }: Episode): number => {
  if (progress._tag === "Returned") return progress.returnedAt
  if (progress._tag === "Found") return progress.foundAt
  if (closure?._tag === "Transferred") return closure.transferredAt
  return closure === undefined || closure._tag === "Died" ? FOR_GOOD : closure.closedAt
}

/** A child cannot be missing twice at once: what overlaps is one absence, whatever each system calls it. */
const isSameAbsence = (episode: Episode, { missing_at, found_at, returned_at }: HistoryRow): boolean => {
  if (missing_at === undefined || episode.progress._tag === "Cancelled") return false
  return missing_at <= endOfRecord(episode) && (returned_at ?? found_at ?? missing_at) >= episode.missingAt
}

/**
 * Whether the bot's own record has this absence, by its id, by its reference in the case system, or by its time.
 *
 * What overlaps is one absence, whatever each system calls it. Times are epoch milliseconds.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, isOnOwnRecord } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * const row = { episode_id: EpisodeId.make("E-77"), missing_at: utc(2026, 11, 20, 17, 30) }
 * isOnOwnRecord(state, row) // true
 * isOnOwnRecord(state, { ...row, missing_at: utc(2026, 3, 1, 18), returned_at: utc(2026, 3, 2, 9) }) // false
 * ```
 */
export const isOnOwnRecord = ({ episodes }: ChildState, row: HistoryRow): boolean =>
  episodes.some((episode) => {
    const ids: ReadonlyArray<string | undefined> = [episode.id, episode.caseReference]
    return ids.includes(row.episode_id) || isSameAbsence(episode, row)
  })

/**
 * The imported episodes that the bot's own record does not tell itself, by when they began.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, importedHistory } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * importedHistory(state) // []
 * const row = { episode_id: EpisodeId.make("E-77"), missing_at: utc(2026, 3, 1, 18), returned_at: utc(2026, 3, 2, 9) }
 * const withHistory = { ...state, imported: [{ row, policy: rotherham }] }
 * importedHistory(withHistory).map((one) => one.row.episode_id) // ["E-77"]
 * ```
 */
export const importedHistory = (state: ChildState): ReadonlyArray<ImportedEpisode> =>
  state.imported === undefined ? [] : state.imported.filter(({ row }) => !isOnOwnRecord(state, row))

/**
 * Whether nothing was ever recorded of the child but history: nobody works on them.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, emptyChildState, isHistoryAlone } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * isHistoryAlone(syntheticCase("returned").state) // false
 * const row = { episode_id: EpisodeId.make("E-77"), missing_at: utc(2026, 3, 1, 18), returned_at: utc(2026, 3, 2, 9) }
 * isHistoryAlone({ ...emptyChildState, imported: [{ row, policy: rotherham }] }) // true
 * ```
 */
export const isHistoryAlone = ({ imported, episodes, notifications, findMePlan, death }: ChildState): boolean =>
  imported !== undefined &&
  episodes.length === 0 &&
  notifications.length === 0 &&
  findMePlan === undefined &&
  death === undefined
