import type { Button } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { plainText } from "../objects/text.ts"
import { element, text, words } from "../Shape.ts"

export const button = element<Button>("button", {
  page: "button-element",
  required: ["text"],
  fields: {
    text: plainText(75),
    value: text({ max: 2000 }),
    url: text({ max: 3000 }),
    style: words("primary", "danger"),
    confirm: confirmationDialog,
    accessibility_label: text({ max: 75 })
  }
})
