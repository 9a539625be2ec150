/** Inputs that are typed in, and files. */
import type { EmailInput, FileInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from "@slack/types"
import { richText } from "../blocks/richText.ts"
import { dispatchActionConfiguration } from "../objects.ts"
import { byType, element, flag, listOf, pattern, text, whole } from "../Shape.ts"
import { placeholder } from "../text.ts"
import { greaterThan } from "../words.ts"

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

export const fileInput = element<FileInput>("file_input", {
  page: "file-input-element",
  surfaces: ["modal"],
  fields: { filetypes: listOf(text()), max_files: whole({ min: 1, max: 10 }) }
})

const number = pattern(/^-?\d+(\.\d+)?$/, "a number written as text")

export const numberInput = element<NumberInput>("number_input", {
  page: "number-input-element",
  surfaces: ["modal"],
  required: ["is_decimal_allowed"],
  fields: {
    is_decimal_allowed: flag,
    initial_value: number,
    min_value: number,
    max_value: number,
    dispatch_action_config: dispatchActionConfiguration,
    focus_on_load: flag,
    placeholder
  },
  rule: ({ min_value, max_value }) =>
    min_value !== undefined && max_value !== undefined && Number(min_value) > Number(max_value)
      ? [{ at: "/min_value", words: greaterThan("max_value") }]
      : []
})

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
