import type { RichTextInput } from "@slack/types"
import { richText } from "../blocks/richText.ts"
import { dispatchActionConfiguration } from "../objects/dispatchActionConfiguration.ts"
import { placeholder } from "../objects/text.ts"
import { byType, element, flag, whole } from "../Shape.ts"

export const richTextInput = element<RichTextInput>("rich_text_input", {
  page: "rich-text-input-element",
  surfaces: ["modal", "home"],
  fields: {
    initial_value: byType(() => [richText]),
    min_lines: whole({ min: 1, max: 100 }),
    max_lines: whole({ min: 1, max: 100 }),
    dispatch_action_config: dispatchActionConfiguration,
    focus_on_load: flag,
    placeholder
  }
})
