import type { URLSourceElement } from "@slack/types"
import { stillElement, text } from "../Shape.ts"

export const urlSource = stillElement<URLSourceElement>("url", {
  page: "url-source-element",
  surfaces: ["message"],
  required: ["url", "text"],
  fields: { url: text(), text: text() }
})
