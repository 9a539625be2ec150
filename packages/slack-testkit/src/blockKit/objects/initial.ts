/** What is chosen beforehand has to be among what there is to choose. */
import { isObject, type JsonObject, objectsOf } from "../../json.ts"
import type { Fault } from "../Shape.ts"
import { notAnOption } from "../words.ts"

const valuesIn = (element: JsonObject): ReadonlyArray<unknown> =>
  [
    ...objectsOf(element["options"]),
    ...objectsOf(element["option_groups"]).flatMap((group) => objectsOf(group["options"]))
  ].map((option) => option["value"])

export const initialAmongOptions = (element: JsonObject): ReadonlyArray<Fault> => {
  const values = valuesIn(element)
  const { initial_option: one, initial_options: several } = element
  return [
    ...(isObject(one) && !values.includes(one["value"]) ? [{ at: "/initial_option", words: notAnOption }] : []),
    ...objectsOf(several).flatMap((option, index) =>
      values.includes(option["value"]) ? [] : [{ at: `/initial_options/${index}`, words: notAnOption }]
    )
  ]
}
