import type { Timepicker } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, pattern, text } from "../Shape.ts"

export const timePicker = element<Timepicker>("timepicker", {
  page: "time-picker-element",
  fields: {
    initial_time: pattern(/^([01]\d|2[0-3]):[0-5]\d$/, "a time in the format HH:mm"),
    confirm: confirmationDialog,
    focus_on_load: flag,
    placeholder,
    timezone: text()
  }
})
