import type { ImageBlock } from "@slack/types"
import { imageFields, oneImage } from "../objects/image.ts"
import { plainText } from "../objects/text.ts"
import { block, text } from "../Shape.ts"

export const imageBlock = block<ImageBlock>("image", {
  page: "image-block",
  required: ["alt_text"],
  fields: { ...imageFields, alt_text: text({ min: 1, max: 2000 }), title: plainText(2000) },
  rule: oneImage
})
