import { escaped } from "../pictures/escaped.ts"
import type { Picture } from "../pictures/picture.ts"
import type { PicturedReport } from "../report.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import { definitionHtml } from "./definitionHtml.ts"
import { htmlDocument } from "./htmlDocument.ts"
import { headingHtml, marksHtml } from "./pageParts.ts"
import { pictureHtml } from "./pictureHtml.ts"
import { tableHtml } from "./tableHtml.ts"

/** Up to so many columns a table stands beside its picture, where there is room. */
const NARROW_COLUMNS = 3

interface Section {
  readonly id: string
  readonly title: string
  readonly picture?: Picture
  readonly tables: ReadonlyArray<ReportTable>
}

/** Each picture with its tables, and then the tables that no picture shows. */
const sectionsOf = (report: PicturedReport): ReadonlyArray<Section> => {
  const { pictures } = report
  const pictured = new Set(pictures.flatMap(({ tables }) => tables.map(({ id }) => id)))
  const performance = report.tables.filter(({ id }) => id === "performance")
  return [
    ...(performance.length === 0 ? [] : [{ id: "performance", title: "Performance on a page", tables: performance }]),
    ...pictures.map((picture) => ({
      id: picture.id,
      title: picture.title,
      picture,
      tables: picture.tables
    })),
    {
      id: "more",
      title: report.restTitle,
      tables: report.tables.filter(({ id }) => !pictured.has(id) && id !== "performance")
    }
  ]
}

const sectionHtml = async ({ id, title, picture, tables }: Section): Promise<string> => {
  const isPair = picture !== undefined && tables.every(({ columns }) => columns.length <= NARROW_COLUMNS)
  return [
    `<section aria-labelledby="${id}" class="report-${id}">`,
    `<h2 class="govuk-heading-m" id="${id}">${escaped(title)}</h2>`,
    `<div class="report-beside${isPair ? " report-beside--pair" : ""}">`,
    picture === undefined ? "" : await pictureHtml(picture),
    `<div>${tables.map(tableHtml).join("\n")}</div>`,
    "</div></section>"
  ].join("\n")
}

const figuresHtml = ({ firstFigures }: PicturedReport): string => {
  const figures = firstFigures.map(([label, figure]) => `<div><dt>${label}</dt><dd>${figure}</dd></div>`)
  return `<dl class="report-figures">${figures.join("")}</dl>`
}

const definitionsHtml = ({ definitions }: PicturedReport): string => {
  const rows = definitions.map(
    (definition) =>
      `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key" id="counts-${definition.field}"><code>${definition.field}</code></dt>` +
      `<dd class="govuk-summary-list__value">${definitionHtml(definition)}</dd></div>`
  )
  return `<section aria-labelledby="counts"><h2 class="govuk-heading-m" id="counts">What each number counts</h2><dl class="govuk-summary-list">${rows.join("\n")}</dl></section>`
}

const openingHtml = ({ opening }: PicturedReport): string =>
  opening.map((sentence) => `<p class="govuk-body">${escaped(sentence)}</p>`).join("")

/** A report as one page that needs no other file: pictures, tables, and what each number counts. */
export const pageOf = async (report: PicturedReport): Promise<string> => {
  const sections = sectionsOf(report)
  const parts: Array<string> = []
  for (const section of sections) parts.push(await sectionHtml(section))
  const links = [...sections, { id: "counts", title: "What each number counts" }].map(
    ({ id, title }) => `<li><a class="govuk-link" href="#${id}">${escaped(title)}</a></li>`
  )
  const content = [
    headingHtml(report),
    figuresHtml(report),
    openingHtml(report),
    marksHtml(report),
    `<nav class="report-contents" aria-label="On this page"><ul class="govuk-list">${links.join("")}</ul></nav>`,
    ...parts,
    definitionsHtml(report)
  ].join("\n")
  return htmlDocument(`${report.title}: ${report.periodInWords}`, content)
}
