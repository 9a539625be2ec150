/** The five menus from which several things are chosen. */
import type {
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect
} from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { conversationFilter } from "../objects/conversationFilter.ts"
import { initialAmongOptions } from "../objects/initial.ts"
import { option } from "../objects/option.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, listOf, text, whole } from "../Shape.ts"
import { menuOptions, optionsOrGroups } from "./menuOptions.ts"

const page = "multi-select-menu-element"
const common = {
  confirm: confirmationDialog,
  focus_on_load: flag,
  max_selected_items: whole({ min: 1 }),
  placeholder
}

export const multiSelectMenus = [
  element<MultiStaticSelect>("multi_static_select", {
    page,
    fields: { ...common, ...menuOptions, initial_options: listOf(option) },
    rule: (menu) => [...optionsOrGroups(menu), ...initialAmongOptions(menu)]
  }),
  element<MultiExternalSelect>("multi_external_select", {
    page,
    fields: { ...common, initial_options: listOf(option), min_query_length: whole({ min: 0 }) }
  }),
  element<MultiUsersSelect>("multi_users_select", { page, fields: { ...common, initial_users: listOf(text()) } }),
  element<MultiConversationsSelect>("multi_conversations_select", {
    page,
    fields: {
      ...common,
      initial_conversations: listOf(text()),
      default_to_current_conversation: flag,
      filter: conversationFilter
    }
  }),
  element<MultiChannelsSelect>("multi_channels_select", {
    page,
    fields: { ...common, initial_channels: listOf(text()) }
  })
]
