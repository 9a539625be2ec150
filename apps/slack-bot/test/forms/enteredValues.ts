/** What Slack sends for each kind of input, and the fields that a reading finds wrong. */

import { at } from "@safe-return/casework/testing"
import { Result } from "effect"
import type { InvalidSubmission } from "../../src/forms/form.ts"

export const time = (hours: number) => ({ value: { type: "datetimepicker", selected_date_time: at(hours) / 1_000 } })
export const noTime = { value: { type: "datetimepicker", selected_date_time: null } }
export const user = (id: string | null) => ({ value: { type: "users_select", selected_user: id } })
export const one = (value: string) => ({ value: { type: "radio_buttons", selected_option: { text: {}, value } } })
export const none = { value: { type: "radio_buttons", selected_option: null } }
export const some = (...values: ReadonlyArray<string>) => ({
  value: { type: "checkboxes", selected_options: values.map((value) => ({ text: {}, value })) }
})
export const typed = (value: string | null) => ({ value: { type: "plain_text_input", value } })

export const fieldsOf = (read: Result.Result<unknown, InvalidSubmission>) =>
  Result.match(read, { onFailure: ({ fields }) => Object.keys(fields).sort(), onSuccess: () => "accepted" })
