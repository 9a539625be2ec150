import type { PlainTextInput } from "@slack/types"
import { dispatchActionConfiguration } from "../objects/dispatchActionConfiguration.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, text, whole } from "../Shape.ts"
import { greaterThan } from "../words.ts"

export const plainTextInput = element<PlainTextInput>("plain_text_input", {
  page: "plain-text-input-element",
  fields: {
    initial_value: text(),
    multiline: flag,
    min_length: whole({ min: 0, max: 3000 }),
    max_length: whole({ min: 1, max: 3000 }),
    dispatch_action_config: dispatchActionConfiguration,
    focus_on_load: flag,
    placeholder
  },
  rule: ({ min_length, max_length }) =>
    min_length !== undefined && max_length !== undefined && Number(min_length) > Number(max_length)
      ? [{ at: "/min_length", words: greaterThan("max_length") }]
      : []
})
