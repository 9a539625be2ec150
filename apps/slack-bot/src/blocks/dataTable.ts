/** Rows for the eye to run down: https://docs.slack.dev/reference/block-kit/blocks/data-table-block. */
import type { TableParagraph } from "@safe-return/outreach"
import type { DataTableBlock } from "@slack/types"

type Cell = TableParagraph["table"]["rows"][number][number]

/** As many below the header as Slack takes. */
const MOST_ROWS = 100

/** Of all cells: the message holds about 13,000 characters of everything. */
const MOST_CHARACTERS = 7000

/** On a page of the table; Slack shows 5 where it is not said. */
const ROWS_A_PAGE = 10

const cellOf = (cell: Cell): DataTableBlock["rows"][number][number] =>
  typeof cell === "string"
    ? { type: "raw_text", text: cell }
    : {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: cell.person }] }]
      }

type Rows = TableParagraph["table"]["rows"]

const lengthOf = (cell: Cell): number => (typeof cell === "string" ? cell.length : cell.person.length)

/** As many of the first rows as a table of Slack holds. */
export const rowsThatFit = (rows: Rows): Rows => {
  let left = MOST_CHARACTERS
  const fitting = rows.findIndex((row) => {
    left -= row.reduce((sum, cell) => sum + lengthOf(cell), 0)
    return left < 0
  })
  return rows.slice(0, Math.min(MOST_ROWS, fitting === -1 ? rows.length : fitting))
}

/** The first column names the row for a screen reader. */
export const dataTable = ({ caption, columns, rows }: TableParagraph["table"]): DataTableBlock => ({
  type: "data_table",
  caption,
  page_size: ROWS_A_PAGE,
  row_header_column_index: 0,
  rows: [columns.map((text) => ({ type: "raw_text", text })), ...rowsThatFit(rows).map((row) => row.map(cellOf))]
})
