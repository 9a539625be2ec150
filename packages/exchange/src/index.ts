export { BadInput, badInput, type Fault, faultSentence } from "./badInput.ts"
export { readCouncilCalendar, readCouncilDays } from "./councilCalendar/read.ts"
export { type EpisodeColumn, EpisodeRow, episodeColumns, requiredColumns } from "./episodeTable/columns.ts"
export { type EpisodeLine, type EpisodeTable, readEpisodeTable } from "./episodeTable/read.ts"
export { writeEpisodeTable } from "./episodeTable/write.ts"
export {
  type ChildHistories,
  childHistories,
  type HistoryOptions,
  type LeftOut
} from "./histories/childHistories.ts"
export { gatherRows, type TableReader, type TableRow } from "./text/gatherRows.ts"
export type { TableShape } from "./text/header.ts"
export { formatByName, type TableFormat } from "./text/inputLine.ts"
export { parseJson } from "./text/json.ts"
export { schemaFaults } from "./text/schemaFaults.ts"
export type { TableSource } from "./text/tableLines.ts"
export { decodeUtf8 } from "./text/utf8.ts"
