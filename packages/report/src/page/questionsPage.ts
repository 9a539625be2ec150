import { escaped } from "../pictures/escaped.ts"
import type { Report } from "../report.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { definitionHtml } from "./definitionHtml.ts"
import { htmlDocument } from "./htmlDocument.ts"
import { headingHtml, marksHtml } from "./pageParts.ts"
import { tableOnly } from "./tableHtml.ts"

const definitionsHtml = ({ definitions }: ReportTable): string =>
  definitions.map((definition) => `<p class="govuk-body-s">${definitionHtml(definition)}</p>`).join("")

const questionHtml = (table: ReportTable, place: number): string =>
  [
    `<section aria-labelledby="${table.id}" class="report-question">`,
    `<h2 class="govuk-heading-m" id="${table.id}">${escaped(table.question === undefined ? table.title : `${place + 1}. ${table.question}`)}</h2>`,
    tableOnly(table, table.question === undefined),
    definitionsHtml(table),
    "</section>"
  ].join("\n")

const NOTHING = '<p class="govuk-body">There is nothing to show.</p>'

/** Tables without pictures as one page, each with its definition: answers to questions are numbered. */
export const questionsPage = (report: Report): string =>
  htmlDocument(
    `${report.title}: ${report.periodInWords}`,
    [
      headingHtml(report),
      marksHtml(report),
      ...(report.tables.length === 0 ? [NOTHING] : report.tables.map(questionHtml))
    ].join("\n")
  )
