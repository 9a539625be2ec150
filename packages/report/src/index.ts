export { type ComparedPolicies, comparisonOf } from "./comparison/comparisonOf.ts"
export { educationReportOf } from "./education/educationReportOf.ts"
export { type Reconciliation, reconciliationOf } from "./education/reconciliationOf.ts"
export { joinedUpReport, type ShownJoinedUp } from "./joinedUp/joinedUpReport.ts"
export { performanceMonths } from "./performance/performanceMonths.ts"
export type { Performance } from "./performance/performanceTable.ts"
export { type LastPublished, lastPublished, restatementsInWords, withRestatements } from "./performance/restated.ts"
export { questionsInWords } from "./questions/questionsInWords.ts"
export { questionsOf } from "./questions/questionsOf.ts"
export type { ReportedYear } from "./questions/questionTables.ts"
export { parseYear, type QuestionYear } from "./questions/questionYear.ts"
export type { PicturedReport, Report } from "./report.ts"
export {
  isBinary,
  type QuestionFormat,
  questionFormats,
  type ReportFormat,
  reportFormats,
  writeQuestions,
  writeReport
} from "./reportFormats.ts"
export { publishedEditions } from "./tables/publishedEditions.ts"
export { performanceOf, reportedMonth, scorecardOf } from "./tables/reportedMonth.ts"
export { type ReportedMonth, reportOf } from "./tables/reportOf.ts"
export type { Cell, ReportTable, TableColumn, TableRow, Unit } from "./tables/reportTable.ts"
export { standingCounts } from "./tables/standingCounts.ts"
