import type { RadioButtons } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { initialAmongOptions } from "../objects/initial.ts"
import { markedUpOption } from "../objects/option.ts"
import { element, flag, listOf } from "../Shape.ts"

export const radioButtons = element<RadioButtons>("radio_buttons", {
  page: "radio-button-group-element",
  required: ["options"],
  fields: {
    options: listOf(markedUpOption, { min: 1, max: 10 }),
    initial_option: markedUpOption,
    confirm: confirmationDialog,
    focus_on_load: flag
  },
  rule: initialAmongOptions
})
