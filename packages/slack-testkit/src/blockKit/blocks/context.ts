import type { ContextBlock } from "@slack/types"
import { imageElement } from "../elements/image.ts"
import { textObject } from "../objects/text.ts"
import { block, byType, listOf } from "../Shape.ts"

const { emoji: _, ...markupFields } = textObject.fields
const { verbatim: __, ...plainFields } = textObject.fields

const elements = [
  imageElement,
  { ...textObject, type: "mrkdwn", fields: markupFields },
  { ...textObject, type: "plain_text", fields: plainFields }
]

export const context = block<ContextBlock>("context", {
  page: "context-block",
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => elements),
      { min: 1, max: 10 }
    )
  }
})
