import { csvOf } from "./csv/csvOf.ts"
import type { PicturedReport, Report } from "./report.ts"

/** Each with the libraries it alone needs, loaded once it is asked for. */
const writers = {
  csv: async (report: Report) => csvOf(report),
  xlsx: (report: Report) => import("./xlsx/xlsxOf.ts").then(({ xlsxOf }) => xlsxOf(report)),
  html: (report: PicturedReport) => import("./page/pageOf.ts").then(({ pageOf }) => pageOf(report)),
  svg: (report: PicturedReport) => import("./pictures/sheetOf.ts").then(({ sheetOf }) => sheetOf(report)),
  png: async (report: PicturedReport) => {
    const [{ sheetOf }, { pngOf }] = await Promise.all([import("./pictures/sheetOf.ts"), import("./pictures/pngOf.ts")])
    return pngOf(await sheetOf(report))
  }
} as const satisfies Readonly<Record<string, (report: PicturedReport) => Promise<string | Uint8Array>>>

export type ReportFormat = keyof typeof writers

/** The formats in which a report can be written. */
export const reportFormats = Object.keys(writers) as ReadonlyArray<ReportFormat>

/** Which of them are bytes that no terminal shows. */
export const isBinary = (format: ReportFormat): boolean => format === "xlsx" || format === "png"

/** A report in one of its formats: text, or the bytes of a file. */
export const writeReport = (report: PicturedReport, format: ReportFormat): Promise<string | Uint8Array> =>
  writers[format](report)

const questionWriters = {
  csv: writers.csv,
  xlsx: writers.xlsx,
  html: (report: Report) => import("./page/questionsPage.ts").then(({ questionsPage }) => questionsPage(report))
} as const satisfies Readonly<Record<string, (report: Report) => Promise<string | Uint8Array>>>

export type QuestionFormat = keyof typeof questionWriters

/** The formats in which answers to questions can be written. */
export const questionFormats = Object.keys(questionWriters) as ReadonlyArray<QuestionFormat>

/** Answers in one of their formats: text, or the bytes of a file. */
export const writeQuestions = (report: Report, format: QuestionFormat): Promise<string | Uint8Array> =>
  questionWriters[format](report)
