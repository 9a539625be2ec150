import { escaped } from "../pictures/escaped.ts"
import { cellInWords } from "../tables/cellInWords.ts"
import type { ReportTable, TableCell, TableRow, Unit } from "../tables/reportTable.ts"
import { definitionHtml } from "./definitionHtml.ts"

const CELL = "govuk-table__cell"
const NUMERIC = `${CELL} ${CELL}--numeric`

const tagColours = { green: "green", amber: "yellow", red: "red" } as const

const cellHtml = (cell: TableCell, unit: Unit | undefined): string => {
  const words = escaped(cellInWords(cell, unit))
  if (typeof cell === "number") return words
  if (typeof cell !== "object") return `<span class="report-mark">${words}</span>`
  return cell.colour === undefined
    ? words
    : `<strong class="govuk-tag govuk-tag--${tagColours[cell.colour]}">${words}</strong>`
}

const noteHtml = (note: string | undefined): string => (note === undefined ? "" : ` (${escaped(note)})`)

const cellsOf = ({ cells, unit, notes = [] }: TableRow, { columns }: ReportTable): string =>
  cells
    .map((cell, place) => {
      const column = columns[place]
      return `<td class="${column?.isWords === true ? CELL : NUMERIC}">${cellHtml(cell, unit ?? column?.unit)}${noteHtml(notes[place])}</td>`
    })
    .join("")

/** Each sentence once, because those of withheld shares are all alike; none of a row without a single interview. */
const sentencesOf = ({ rows }: ReportTable): string => {
  const sentences = new Map<string, Array<string>>()
  for (const { label, sentence, cells } of rows) {
    if (sentence !== undefined && cells.some((cell) => cell !== 0 && cell !== "z"))
      sentences.set(sentence, [...(sentences.get(sentence) ?? []), label])
  }
  if (sentences.size === 0) return ""
  const items = [...sentences].map(
    ([sentence, labels]) => `<li><strong>${escaped(labels.join(", "))}:</strong> ${escaped(sentence)}</li>`
  )
  return `<ul class="govuk-list govuk-list--bullet">${items.join("")}</ul>`
}

/** What the figures count, opened beside them; on paper the names lead to the list at the end. */
const definitionsBeside = ({ definitions }: ReportTable): string => {
  const names = definitions.map(({ field }) => `<code>${field}</code>`)
  const items = definitions.map(
    (definition) =>
      `<p class="govuk-body-s"><a class="govuk-link" href="#counts-${definition.field}"><code>${definition.field}</code></a>: ${definitionHtml(definition)}</p>`
  )
  return [
    '<details class="govuk-details">',
    `<summary class="govuk-details__summary"><span class="govuk-details__summary-text">What is counted: ${names.join(", ")}</span></summary>`,
    `<div class="govuk-details__text">${items.join("")}</div>`,
    "</details>"
  ].join("")
}

/** A table with its caption and the sentences of its shares; the caption is not seen where a heading says the same. */
export const tableOnly = (table: ReportTable, isHeaded = false): string =>
  [
    `<div class="report-scroll${table.columns.length <= 2 ? " report-slim" : ""}" role="region" aria-label="${escaped(table.title)}, table" tabindex="0">`,
    '<table class="govuk-table">',
    `<caption class="${isHeaded ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--s"}">${escaped(table.title)}</caption>`,
    '<thead class="govuk-table__head"><tr class="govuk-table__row">',
    `<th scope="col" class="govuk-table__header">${escaped(table.rowTitle)}</th>`,
    ...table.columns.map(
      ({ title, isWords }) =>
        `<th scope="col" class="govuk-table__header${isWords === true ? "" : " govuk-table__header--numeric"}">${escaped(title)}</th>`
    ),
    '</tr></thead><tbody class="govuk-table__body">',
    ...table.rows.map(
      (row) =>
        `<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${escaped(row.label)}</th>${cellsOf(row, table)}</tr>`
    ),
    "</tbody></table></div>",
    sentencesOf(table)
  ].join("\n")

/** The same, and what its figures count. */
export const tableHtml = (table: ReportTable): string => `${tableOnly(table)}\n${definitionsBeside(table)}`
