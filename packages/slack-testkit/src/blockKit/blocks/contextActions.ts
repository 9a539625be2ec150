import type { ContextActionsBlock } from "@slack/types"
import { feedbackButtons } from "../elements/feedbackButtons.ts"
import { iconButton } from "../elements/iconButton.ts"
import { block, byType, listOf } from "../Shape.ts"

export const contextActions = block<ContextActionsBlock>("context_actions", {
  page: "context-actions-block",
  surfaces: ["message"],
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => [feedbackButtons, iconButton]),
      { min: 1, max: 5 }
    )
  }
})
