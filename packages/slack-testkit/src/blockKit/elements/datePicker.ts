import type { Datepicker } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, pattern } from "../Shape.ts"

export const datePicker = element<Datepicker>("datepicker", {
  page: "date-picker-element",
  fields: {
    initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/, "a date in the format YYYY-MM-DD"),
    confirm: confirmationDialog,
    focus_on_load: flag,
    placeholder
  }
})
