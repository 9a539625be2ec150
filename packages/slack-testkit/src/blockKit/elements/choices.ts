/** Boxes and circles to tick. */
import type { Checkboxes, RadioButtons } from "@slack/types"
import { confirmationDialog, initialAmongOptions, markedUpOption } from "../objects.ts"
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
