/** Options. In menus they are plain text, beside boxes and circles they may have markup, in overflow menus a URL. */
import type { Option } from "@slack/types"
import { composition, text } from "../Shape.ts"
import { eitherText, plainText } from "./text.ts"

const page = "option-object"
const longest = 75
const value = text({ max: 150 })
const required = ["text", "value"] as const

export const option = composition<Omit<Option, "url">>("option of a menu", {
  page,
  required,
  fields: { text: plainText(longest), value, description: plainText(longest) }
})

export const markedUpOption = composition<Omit<Option, "url">>("option of checkboxes and radio buttons", {
  page,
  required,
  fields: { text: eitherText(longest), value, description: eitherText(longest) }
})

export const overflowOption = composition<Option>("option of an overflow menu", {
  page,
  required,
  fields: { text: plainText(longest), value, description: plainText(longest), url: text({ max: 3000 }) }
})
