import type { DispatchActionConfig } from "@slack/types"
import { composition, listOf, words } from "../Shape.ts"

export const dispatchActionConfiguration = composition<DispatchActionConfig>("dispatch action configuration", {
  page: "dispatch-action-configuration-object",
  fields: { trigger_actions_on: listOf(words("on_enter_pressed", "on_character_entered"), { min: 1, max: 2 }) }
})
