import type { Overflow } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { overflowOption } from "../objects/option.ts"
import { element, listOf } from "../Shape.ts"

export const overflowMenu = element<Overflow>("overflow", {
  page: "overflow-menu-element",
  required: ["options"],
  fields: { options: listOf(overflowOption, { min: 1, max: 5 }), confirm: confirmationDialog }
})
