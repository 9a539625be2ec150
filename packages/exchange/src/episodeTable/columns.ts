import { HistoryRow, TypedChildReference } from "@safe-return/domain/pathway"
import { Schema } from "effect"

const { episode_id, ...facts } = HistoryRow.fields

/** One published row: an episode and its interview, whose completion is repeated on every episode it covers. */
export const EpisodeRow = Schema.Struct({ episode_id, child_ref: TypedChildReference, ...facts })
export type EpisodeRow = typeof EpisodeRow.Type

export type EpisodeColumn = keyof EpisodeRow

/** In the order they are written. */
export const episodeColumns = Object.keys(EpisodeRow.fields) as ReadonlyArray<EpisodeColumn>

/** Without these a row says nothing of anybody. Any other column may be left out: it is then not known in any row. */
export const requiredColumns: ReadonlyArray<EpisodeColumn> = ["episode_id", "child_ref"]
