import type { NumberInput } from "@slack/types"
import { dispatchActionConfiguration } from "../objects/dispatchActionConfiguration.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, pattern } from "../Shape.ts"
import { greaterThan } from "../words.ts"

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
