/** What a person chose or typed, as Slack's `state.values`; an untouched element holds its initial value. */
import type { ActionsBlockElement, InputBlockElement, KnownBlock, Option, SectionBlockAccessory } from "@slack/types"

export type ElementState =
  | {
      readonly type: "plain_text_input" | "email_text_input" | "url_text_input" | "number_input"
      readonly value: string | null
    }
  | { readonly type: "static_select" | "external_select" | "radio_buttons"; readonly selected_option: Option | null }
  | {
      readonly type: "multi_static_select" | "multi_external_select" | "checkboxes"
      readonly selected_options: ReadonlyArray<Option>
    }
  | { readonly type: "conversations_select"; readonly selected_conversation: string | null }
  | { readonly type: "multi_conversations_select"; readonly selected_conversations: ReadonlyArray<string> }
  | { readonly type: "channels_select"; readonly selected_channel: string | null }
  | { readonly type: "multi_channels_select"; readonly selected_channels: ReadonlyArray<string> }
  | { readonly type: "users_select"; readonly selected_user: string | null }
  | { readonly type: "multi_users_select"; readonly selected_users: ReadonlyArray<string> }
  | { readonly type: "datepicker"; readonly selected_date: string | null }
  | { readonly type: "timepicker"; readonly selected_time: string | null }
  | { readonly type: "datetimepicker"; readonly selected_date_time: number | null }

export type StateValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory

/** The state an element starts with, or nothing for one that holds no state (a button, an overflow menu). */
export const initialState = (element: AnyElement): ElementState | undefined => {
  switch (element.type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return { type: element.type, value: element.initial_value ?? null }
    case "static_select":
    case "external_select":
    case "radio_buttons":
      return { type: element.type, selected_option: element.initial_option ?? null }
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
      return { type: element.type, selected_options: element.initial_options ?? [] }
    case "users_select":
      return { type: element.type, selected_user: element.initial_user ?? null }
    case "multi_users_select":
      return { type: element.type, selected_users: element.initial_users ?? [] }
    case "conversations_select":
      return { type: element.type, selected_conversation: element.initial_conversation ?? null }
    case "multi_conversations_select":
      return { type: element.type, selected_conversations: element.initial_conversations ?? [] }
    case "channels_select":
      return { type: element.type, selected_channel: element.initial_channel ?? null }
    case "multi_channels_select":
      return { type: element.type, selected_channels: element.initial_channels ?? [] }
    case "datepicker":
      return { type: element.type, selected_date: element.initial_date ?? null }
    case "timepicker":
      return { type: element.type, selected_time: element.initial_time ?? null }
    case "datetimepicker":
      return { type: element.type, selected_date_time: element.initial_date_time ?? null }
    default:
      return undefined
  }
}

const elementsOf = (block: KnownBlock): ReadonlyArray<AnyElement> => {
  switch (block.type) {
    case "input":
      return [block.element]
    case "actions":
      return block.elements
    case "section":
      return block.accessory === undefined ? [] : [block.accessory]
    default:
      return []
  }
}

export const actionIdOf = (element: AnyElement): string => ("action_id" in element && element.action_id) || ""

/** The whole `state.values` of a surface; as in Slack, only elements that are there now are sent. */
export const stateValues = (blocks: ReadonlyArray<KnownBlock>, chosen: StateValues): StateValues => {
  const values: Record<string, Record<string, ElementState>> = {}
  for (const block of blocks) {
    const blockId = block.block_id ?? ""
    for (const element of elementsOf(block)) {
      const start = initialState(element)
      if (start === undefined) continue
      const touched = chosen[blockId]?.[actionIdOf(element)]
      values[blockId] = { ...values[blockId], [actionIdOf(element)]: touched?.type === start.type ? touched : start }
    }
  }
  return values
}

/** The one thing that was chosen, as the server is told of it with an action. */
export const chosenValue = (state: ElementState): unknown => {
  const { type: _, ...rest } = state
  return Object.values(rest)[0]
}

const isEmpty = (state: ElementState): boolean => {
  const value = chosenValue(state)
  return value === null || value === "" || (Array.isArray(value) && value.length === 0)
}

/** What Slack itself refuses before the app is asked, by block id: a required field left empty, a text too short. */
export const faultsIn = (blocks: ReadonlyArray<KnownBlock>, values: StateValues): Readonly<Record<string, string>> => {
  const faults: Record<string, string> = {}
  for (const block of blocks) {
    if (block.type !== "input") continue
    const blockId = block.block_id ?? ""
    const state = values[blockId]?.[actionIdOf(block.element)]
    if (state === undefined) continue
    if (isEmpty(state)) {
      if (block.optional !== true) faults[blockId] = "Please complete this field."
      continue
    }
    const fewest = block.element.type === "plain_text_input" ? (block.element.min_length ?? 0) : 0
    if ("value" in state && (state.value ?? "").length < fewest)
      faults[blockId] = `Please enter at least ${fewest} characters.`
  }
  return faults
}
