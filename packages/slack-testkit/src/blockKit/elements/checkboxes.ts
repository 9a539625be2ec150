import type { Checkboxes } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { initialAmongOptions } from "../objects/initial.ts"
import { markedUpOption } from "../objects/option.ts"
import { element, flag, listOf } from "../Shape.ts"

export const checkboxes = element<Checkboxes>("checkboxes", {
  page: "checkboxes-element",
  required: ["options"],
  fields: {
    options: listOf(markedUpOption, { min: 1, max: 10 }),
    initial_options: listOf(markedUpOption, { min: 1 }),
    confirm: confirmationDialog,
    focus_on_load: flag
  },
  rule: initialAmongOptions
})
