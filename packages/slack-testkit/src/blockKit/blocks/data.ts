/** Tables and charts. */
import type { DataTableBlock, RawNumberElement, RawTextElement, TableBlock } from "@slack/types"
import type { JsonObject } from "../../json.ts"
import {
  anything,
  type BlockFault,
  block,
  byType,
  composition,
  flag,
  listOf,
  part,
  text,
  whole,
  words
} from "../Shape.ts"
import { unsupported } from "../words.ts"
import { richText } from "./richText.ts"

const page = "table-block"

const rawText = part<RawTextElement>("raw_text", { page, required: ["text"], fields: { text: text({ min: 1 }) } })

const rawNumber = part<RawNumberElement>("raw_number", {
  page,
  required: ["value", "text"],
  fields: { value: anything, text: text({ min: 1 }) }
})

/** A cell of either kind of table. */
export const cell = byType(() => [rawText, rawNumber, richText])

type Column = NonNullable<TableBlock["column_settings"]>[number]

const column = composition<Column>(
  "column setting of a table",
  { page, fields: { align: words("left", "center", "right"), is_wrapped: flag } },
  "blocks"
)

export const table = block<TableBlock>("table", {
  page,
  surfaces: ["message", "home"],
  required: ["rows"],
  fields: {
    rows: listOf(listOf(cell, { max: 20 }), { min: 1, max: 100 }),
    column_settings: listOf(column, { max: 20 })
  }
})

const unevenRows = "must have as many cells as the header"

/** The header is plain, and every row has a cell for each of its columns. */
const dataTableRows = ({ rows }: JsonObject): ReadonlyArray<BlockFault> => {
  const [header = [], ...others] = Array.isArray(rows) ? (rows as ReadonlyArray<ReadonlyArray<JsonObject>>) : []
  return [
    ...header.flatMap(({ type }, index) =>
      type === "rich_text" ? [{ at: `/rows/0/${index}/type`, words: unsupported(type) }] : []
    ),
    ...others.flatMap((row, index) =>
      row.length === header.length ? [] : [{ at: `/rows/${index + 1}`, words: unevenRows }]
    )
  ]
}

export const dataTable = block<DataTableBlock>("data_table", {
  rule: dataTableRows,
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

const chartPage = "data-visualization-block"
const label = text({ min: 1, max: 20 })

interface Segment {
  label: string
  value: number
}

const segment = composition<Segment>(
  "segment of a pie, point of a series",
  { page: chartPage, required: ["label", "value"], fields: { label, value: anything } },
  "blocks"
)

const series = composition<{ name: string; data: Array<Segment> }>(
  "data series",
  { page: chartPage, required: ["name", "data"], fields: { name: label, data: listOf(segment, { min: 1, max: 20 }) } },
  "blocks"
)

const pie = part<{ type: "pie"; segments: Array<Segment> }>("pie", {
  page: chartPage,
  required: ["segments"],
  fields: { segments: listOf(segment, { min: 1, max: 6 }) }
})

const withAxes = (type: "bar" | "area" | "line") =>
  part<{ type: "bar" | "area" | "line"; series: Array<unknown>; axis_config: unknown }>(type, {
    page: chartPage,
    required: ["series", "axis_config"],
    fields: { series: listOf(series, { min: 1, max: 6 }), axis_config: anything }
  })

/** Not in `@slack/types` yet. */
export const dataVisualization = block<{ type: "data_visualization"; title: string; chart: unknown }>(
  "data_visualization",
  {
    page: chartPage,
    surfaces: ["message"],
    required: ["title", "chart"],
    fields: {
      title: text({ min: 1, max: 50 }),
      chart: byType(() => [pie, withAxes("bar"), withAxes("area"), withAxes("line")])
    }
  }
)
