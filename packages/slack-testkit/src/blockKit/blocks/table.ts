import type { RawNumberElement, RawTextElement, TableBlock } from "@slack/types"
import { anything, block, byType, composition, flag, listOf, part, text, words } from "../Shape.ts"
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
