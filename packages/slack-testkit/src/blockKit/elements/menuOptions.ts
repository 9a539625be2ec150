/** A menu with options of its own has them in one list or in groups. */
import type { JsonObject } from "../../json.ts"
import { option } from "../objects/option.ts"
import { optionGroup } from "../objects/optionGroup.ts"
import { type Fault, listOf } from "../Shape.ts"
import { notBoth, oneOfThese } from "../words.ts"

export const menuOptions = {
  options: listOf(option, { min: 1, max: 100 }),
  option_groups: listOf(optionGroup, { min: 1, max: 100 })
}

export const optionsOrGroups = ({ options, option_groups }: JsonObject): ReadonlyArray<Fault> => {
  if (options === undefined && option_groups === undefined) {
    return [{ at: "", words: oneOfThese("options", "option_groups") }]
  }
  return options !== undefined && option_groups !== undefined
    ? [{ at: "", words: notBoth("options", "option_groups") }]
    : []
}
