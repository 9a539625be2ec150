import type { DataTableBlock } from "@slack/types"
import { block, listOf, text, whole } from "../Shape.ts"
import { cell } from "./table.ts"

export const dataTable = block<DataTableBlock>("data_table", {
  page: "data-table-block",
  surfaces: ["message", "home"],
  required: ["rows", "caption"],
  fields: {
    // The header, and 1 to 100 rows below it.
    rows: listOf(listOf(cell), { min: 2, max: 101 }),
    caption: text(),
    page_size: whole({ min: 1, max: 100 }),
    row_header_column_index: whole({ min: 0 })
  }
})
