/** Dates and times to pick. */
import type { Datepicker, DateTimepicker, Timepicker } from "@slack/types"
import { confirmationDialog } from "../objects.ts"
import { element, flag, pattern, text, whole } from "../Shape.ts"
import { placeholder } from "../text.ts"

export const datePicker = element<Datepicker>("datepicker", {
  page: "date-picker-element",
  fields: {
    initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/, "a date in the format YYYY-MM-DD"),
    confirm: confirmationDialog,
    focus_on_load: flag,
    placeholder
  }
})

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
