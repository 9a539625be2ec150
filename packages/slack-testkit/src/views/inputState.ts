/** What inputs hold, as Slack's `state.values`; an untouched one holds its initial value, or null. */
import { isObject, type JsonObject, objectsOf, textOr } from "../json.ts"

export type InputValues = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } }

/** Where an element type keeps its answer, and the initial value it starts from. */
const answerKeys: Readonly<Record<string, readonly [answer: string, initial: string, empty: unknown]>> = {
  plain_text_input: ["value", "initial_value", null],
  email_text_input: ["value", "initial_value", null],
  url_text_input: ["value", "initial_value", null],
  number_input: ["value", "initial_value", null],
  rich_text_input: ["rich_text_value", "initial_value", null],
  static_select: ["selected_option", "initial_option", null],
  external_select: ["selected_option", "initial_option", null],
  radio_buttons: ["selected_option", "initial_option", null],
  checkboxes: ["selected_options", "initial_options", []],
  multi_static_select: ["selected_options", "initial_options", []],
  multi_external_select: ["selected_options", "initial_options", []],
  users_select: ["selected_user", "initial_user", null],
  multi_users_select: ["selected_users", "initial_users", []],
  conversations_select: ["selected_conversation", "initial_conversation", null],
  multi_conversations_select: ["selected_conversations", "initial_conversations", []],
  channels_select: ["selected_channel", "initial_channel", null],
  multi_channels_select: ["selected_channels", "initial_channels", []],
  file_input: ["files", "", []],
  datepicker: ["selected_date", "initial_date", null],
  timepicker: ["selected_time", "initial_time", null],
  datetimepicker: ["selected_date_time", "initial_date_time", null]
}

export interface PlacedElement {
  readonly blockId: string
  readonly element: JsonObject
  /** The block is an input block that may not be left empty. */
  readonly required: boolean
}

/** Every element a person can use, with the block it is in. */
export const elementsOf = (blocks: unknown): ReadonlyArray<PlacedElement> =>
  objectsOf(blocks).flatMap((block) => {
    const blockId = textOr(block["block_id"], "")
    const place = (element: JsonObject, required: boolean) => ({ blockId, element, required })
    if (block["type"] === "input") return objectsOf([block["element"]]).map((e) => place(e, block["optional"] !== true))
    if (block["type"] === "actions" || block["type"] === "context_actions")
      return objectsOf(block["elements"]).map((e) => place(e, false))
    return objectsOf([block["accessory"]]).map((e) => place(e, false))
  })

const isAnswered = (answer: unknown): boolean =>
  Array.isArray(answer) ? answer.length > 0 : answer !== null && answer !== undefined && answer !== ""

const optionsOf = (element: JsonObject): ReadonlyArray<JsonObject> => [
  ...objectsOf(element["options"]),
  ...objectsOf(element["option_groups"]).flatMap((group) => objectsOf(group["options"]))
]

/** `answer` as the element would hold it: an option's value stands for the option. */
export const answered = (element: JsonObject, answer: unknown): JsonObject => {
  const type = textOr(element["type"], "")
  const key = type === "overflow" ? "selected_option" : (answerKeys[type]?.[0] ?? "value")
  if (isObject(answer) && key in answer) return { type, ...answer }
  const option = (value: unknown) => {
    if (isObject(value)) return value
    const found = optionsOf(element).find((candidate) => candidate["value"] === value)
    if (found === undefined) throw new Error(`${textOr(element["action_id"], type)} has no option "${String(value)}".`)
    return found
  }
  if (key === "selected_option") return { type, selected_option: answer === null ? null : option(answer) }
  if (key === "selected_options") {
    const chosen = (Array.isArray(answer) ? answer : [answer]).map(option)
    return { type, selected_options: chosen }
  }
  return { type, [key]: answer }
}

/** The values of all inputs among `blocks`: what was typed or chosen, else the initial value. */
export const inputValues = (blocks: unknown, given: InputValues): InputValues => {
  const values: Record<string, Record<string, JsonObject>> = {}
  for (const { blockId, element } of elementsOf(blocks)) {
    const type = textOr(element["type"], "")
    const actionId = textOr(element["action_id"], "")
    const keys = answerKeys[type]
    if (keys === undefined) continue
    const [key, initial, empty] = keys
    values[blockId] = {
      ...values[blockId],
      [actionId]: given[blockId]?.[actionId] ?? { type, [key]: element[initial] ?? empty }
    }
  }
  return values
}

/** Field errors for required inputs left empty: Slack stops these before the app hears of them. */
export const missingAnswers = (blocks: unknown, values: InputValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elementsOf(blocks)
      .filter(({ required }) => required)
      .filter(({ blockId, element }) => {
        const keys = answerKeys[textOr(element["type"], "")]
        if (keys === undefined) return false
        return !isAnswered(values[blockId]?.[textOr(element["action_id"], "")]?.[keys[0]])
      })
      .map(({ blockId }) => [blockId, "Please complete this required field."])
  )
