/** The five menus from which one thing is chosen. */
import type { ChannelsSelect, ConversationsSelect, ExternalSelect, StaticSelect, UsersSelect } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { conversationFilter } from "../objects/conversationFilter.ts"
import { initialAmongOptions } from "../objects/initial.ts"
import { option } from "../objects/option.ts"
import { placeholder } from "../objects/text.ts"
import { element, flag, text, whole } from "../Shape.ts"
import { menuOptions, optionsOrGroups } from "./menuOptions.ts"

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
