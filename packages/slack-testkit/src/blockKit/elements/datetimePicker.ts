import type { DateTimepicker } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { element, flag, whole } from "../Shape.ts"

export const datetimePicker = element<DateTimepicker>("datetimepicker", {
  page: "datetime-picker-element",
  surfaces: ["message", "modal"],
  fields: {
    // "In the format of 10 digits": seconds from September 2001 to November 2286.
    initial_date_time: whole({ min: 1_000_000_000, max: 9_999_999_999 }),
    confirm: confirmationDialog,
    focus_on_load: flag
  }
})
