export { isBinary, type ReportFormat, reportFormats, writeReport } from "./reportFormats.ts"
export { type ReportedMonth, reportOf } from "./tables/reportOf.ts"
export type { Cell, Report, ReportTable, TableColumn, TableRow, Unit } from "./tables/reportTable.ts"
