import type { MarkdownBlock } from "@slack/types"
import { block, text } from "../Shape.ts"

export const markdown = block<MarkdownBlock>("markdown", {
  page: "markdown-block",
  surfaces: ["message"],
  required: ["text"],
  fields: { text: text({ min: 1, max: 12_000 }) }
})
