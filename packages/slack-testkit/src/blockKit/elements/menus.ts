/** Menus from which one thing or several are chosen. */

import type {
  ChannelsSelect,
  ConversationsSelect,
  ExternalSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  StaticSelect,
  UsersSelect
} from "@slack/types"
import {
  confirmationDialog,
  conversationFilter,
  exactlyOne,
  initialAmongOptions,
  option,
  optionGroup
} from "../objects.ts"
import { element, flag, listOf, text, whole } from "../Shape.ts"
import { placeholder } from "../text.ts"

/** A menu with options of its own has them in one list or in groups. */
export const menuOptions = {
  options: listOf(option, { min: 1, max: 100 }),
  option_groups: listOf(optionGroup, { min: 1, max: 100 })
}

export const optionsOrGroups = exactlyOne("options", "option_groups")

/** The five menus from which one thing is chosen. */
const page = "select-menu-element"
const common = { confirm: confirmationDialog, focus_on_load: flag, placeholder }

export const selectMenus = [
  element<StaticSelect>("static_select", {
    page,
    fields: { ...common, ...menuOptions, initial_option: option },
    rule: (menu) => [...optionsOrGroups(menu), ...initialAmongOptions(menu)]
  }),
  element<ExternalSelect>("external_select", {
    page,
    fields: { ...common, initial_option: option, min_query_length: whole({ min: 0 }) }
  }),
  element<UsersSelect>("users_select", { page, fields: { ...common, initial_user: text() } }),
  element<ConversationsSelect>("conversations_select", {
    page,
    fields: {
      ...common,
      initial_conversation: text(),
      default_to_current_conversation: flag,
      filter: conversationFilter,
      response_url_enabled: flag
    }
  }),
  element<ChannelsSelect>("channels_select", {
    page,
    fields: { ...common, initial_channel: text(), response_url_enabled: flag }
  })
]

/** The five menus from which several things are chosen. */
const multiPage = "multi-select-menu-element"
const multiCommon = {
  confirm: confirmationDialog,
  focus_on_load: flag,
  max_selected_items: whole({ min: 1 }),
  placeholder
}

export const multiSelectMenus = [
  element<MultiStaticSelect>("multi_static_select", {
    page: multiPage,
    fields: { ...multiCommon, ...menuOptions, initial_options: listOf(option) },
    rule: (menu) => [...optionsOrGroups(menu), ...initialAmongOptions(menu)]
  }),
  element<MultiExternalSelect>("multi_external_select", {
    page: multiPage,
    fields: { ...multiCommon, initial_options: listOf(option), min_query_length: whole({ min: 0 }) }
  }),
  element<MultiUsersSelect>("multi_users_select", {
    page: multiPage,
    fields: { ...multiCommon, initial_users: listOf(text()) }
  }),
  element<MultiConversationsSelect>("multi_conversations_select", {
    page: multiPage,
    fields: {
      ...multiCommon,
      initial_conversations: listOf(text()),
      default_to_current_conversation: flag,
      filter: conversationFilter
    }
  }),
  element<MultiChannelsSelect>("multi_channels_select", {
    page: multiPage,
    fields: { ...multiCommon, initial_channels: listOf(text()) }
  })
]
