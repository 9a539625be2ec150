import type { OptionGroup } from "@slack/types"
import { composition, listOf } from "../Shape.ts"
import { option } from "./option.ts"
import { plainText } from "./text.ts"

export const optionGroup = composition<OptionGroup>("option group", {
  page: "option-group-object",
  required: ["label", "options"],
  fields: { label: plainText(75), options: listOf(option, { min: 1, max: 100 }) }
})
