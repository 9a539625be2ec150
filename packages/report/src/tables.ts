/** A scorecard as tables, for a channel that draws them itself: nothing here loads what draws and writes. */
export { performanceMonths } from "./performance/performanceMonths.ts"
export { figuresToPublish, type LastPublished, withRestatements } from "./performance/restated.ts"
export type { PicturedReport } from "./report.ts"
export { cellInWords } from "./tables/cellInWords.ts"
export { countedReport, type ReportQuestion } from "./tables/countedReport.ts"
export { marksShown } from "./tables/marksShown.ts"
export type { ReportTable, TableCell } from "./tables/reportTable.ts"
export { smallCountsInWords } from "./tables/smallCounts.ts"
