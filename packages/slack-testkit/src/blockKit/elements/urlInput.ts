import type { URLInput } from "@slack/types"
import { dispatchActionConfiguration } from "../objects/dispatchActionConfiguration.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, text } from "../Shape.ts"

export const urlInput = element<URLInput>("url_text_input", {
  page: "url-input-element",
  surfaces: ["modal"],
  fields: {
    initial_value: text(),
    dispatch_action_config: dispatchActionConfiguration,
    focus_on_load: flag,
    placeholder
  }
})
