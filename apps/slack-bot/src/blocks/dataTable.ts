/** Rows for the eye to run down: https://docs.slack.dev/reference/block-kit/blocks/data-table-block. */
import type { TableParagraph } from "@safe-return/outreach"
import type { DataTableBlock } from "@slack/types"

type Cell = TableParagraph["table"]["rows"][number][number]

/** As many below the header as Slack takes. */
const MOST_ROWS = 100

/** On a page of the table; Slack shows 5 where it is not said. */
const ROWS_A_PAGE = 10

const cellOf = (cell: Cell): DataTableBlock["rows"][number][number] =>
  typeof cell === "string"
    ? { type: "raw_text", text: cell }
    : {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: cell.person }] }]
      }

/** The first column names the row for a screen reader. */
export const dataTable = ({ caption, columns, rows }: TableParagraph["table"]): DataTableBlock => ({
  type: "data_table",
  caption,
  page_size: ROWS_A_PAGE,
  row_header_column_index: 0,
  rows: [columns.map((text) => ({ type: "raw_text", text })), ...rows.slice(0, MOST_ROWS).map((row) => row.map(cellOf))]
})
