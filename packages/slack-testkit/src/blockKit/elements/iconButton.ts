import type { IconButton } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { plainText } from "../objects/text.ts"
import { element, listOf, text, words } from "../Shape.ts"

export const iconButton = element<IconButton>("icon_button", {
  page: "icon-button-element",
  surfaces: ["message"],
  required: ["icon", "text"],
  fields: {
    icon: words("trash"),
    text: plainText(),
    value: text({ max: 2000 }),
    confirm: confirmationDialog,
    accessibility_label: text({ max: 75 }),
    visible_to_user_ids: listOf(text())
  }
})
