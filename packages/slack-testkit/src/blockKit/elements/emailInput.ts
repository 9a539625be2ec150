import type { EmailInput } from "@slack/types"
import { dispatchActionConfiguration } from "../objects/dispatchActionConfiguration.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, text } from "../Shape.ts"

export const emailInput = element<EmailInput>("email_text_input", {
  page: "email-input-element",
  surfaces: ["modal"],
  fields: {
    initial_value: text(),
    dispatch_action_config: dispatchActionConfiguration,
    focus_on_load: flag,
    placeholder
  }
})
