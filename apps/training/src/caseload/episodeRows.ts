/** A synthetic child's history as rows of the episode table: what an analyst would be given. */
import { calendars } from "@safe-return/domain/calendar"
import { fold } from "@safe-return/domain/pathway"
import { type EpisodeRow, episodeRowsOf } from "@safe-return/exchange"
import type { CaseloadChild } from "./syntheticCaseload.ts"

/** Everybody in DfE's figures is looked after. */
const facts = { caseStatus: "looked-after" } as const

/** One row an episode, in the order of its events. */
export const episodeRows = ({ child, area, events }: CaseloadChild): ReadonlyArray<EpisodeRow> => {
  const state = fold(events.map(({ recorded }) => recorded))
  return episodeRowsOf({ child, state, facts }, calendars).map((row) => ({ ...row, area }))
}
