import type { ConfirmationDialog } from "@slack/types"
import { composition, words } from "../Shape.ts"
import { eitherText, plainText } from "./text.ts"

export const confirmationDialog = composition<ConfirmationDialog>("confirmation dialog", {
  page: "confirmation-dialog-object",
  required: ["text"],
  fields: {
    title: plainText(100),
    text: eitherText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: words("primary", "danger")
  }
})
