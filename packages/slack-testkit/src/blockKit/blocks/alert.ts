import type { AlertBlock } from "@slack/types"
import { eitherText } from "../objects/text.ts"
import { block, words } from "../Shape.ts"

export const alert = block<AlertBlock>("alert", {
  page: "alert-block",
  surfaces: ["modal"],
  required: ["text"],
  fields: { text: eitherText(200), level: words("default", "info", "warning", "error", "success") }
})
