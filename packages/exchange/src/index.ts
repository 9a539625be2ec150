export {
  type CmeCaseColumn,
  type CmeCaseLine,
  type CmeCaseTable,
  type CmeCaseTableOptions,
  cmeCaseColumns,
  readCmeCases,
  requiredCmeCaseColumns
} from "./educationCases/read.ts"
export { writeCmeCases } from "./educationCases/write.ts"
export { publishedReturnColumns, type ReturningAuthority, writeCensusReturn } from "./educationCases/writeReturn.ts"
export { type EpisodeColumn, EpisodeRow, episodeColumns, requiredColumns } from "./episodeTable/columns.ts"
export {
  type EpisodeLine,
  type EpisodeTable,
  type EpisodeTableColumns,
  type EpisodeTableInPart,
  type EpisodeTableOptions,
  readEpisodeTable,
  readEpisodeTableInPart
} from "./episodeTable/read.ts"
export { forEachScorecardRow } from "./episodeTable/scorecardRows.ts"
export { writeEpisodeTable } from "./episodeTable/write.ts"
export {
  type ChildHistories,
  childHistories,
  type HistoryOptions,
  type LeftOut
} from "./histories/childHistories.ts"
export { episodeRowsOf } from "./histories/episodeRows.ts"
export { type ExclusionColumn, readExclusions } from "./joinedUp/readExclusions.ts"
export { type IndicatorColumn, readIndicators } from "./joinedUp/readIndicators.ts"
export { readLinkEvents } from "./joinedUp/readLinks.ts"
export * from "./reading.ts"
export { readSchoolReturns, type SchoolReturnLine, schoolReturnColumns } from "./schoolReturns/read.ts"
export { readTermDates, type TermDateColumn, type TermDateTable } from "./termDates/read.ts"
export type { FoundColumns } from "./text/foundColumns.ts"
export type { SmallTableRows } from "./text/smallTable.ts"
