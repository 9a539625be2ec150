import type { ImageElement } from "@slack/types"
import { imageFields, oneImage } from "../objects.ts"
import { stillElement, text } from "../Shape.ts"

export const imageElement = stillElement<ImageElement>("image", {
  page: "image-element",
  required: ["alt_text"],
  fields: { ...imageFields, alt_text: text({ min: 1 }) },
  rule: oneImage
})
