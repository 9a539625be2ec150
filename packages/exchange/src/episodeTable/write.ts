import { Schema } from "effect"
import { tableText } from "../text/tableText.ts"
import { EpisodeRow, episodeColumns } from "./columns.ts"

/** Rows as the text of an episode table; reading it gives the same rows. Not known is a blank cell, or no key. */
export const writeEpisodeTable = tableText(episodeColumns, Schema.encodeSync(EpisodeRow))
