/** Buttons, and the menu behind three dots. */
import type { Button, FeedbackButtons, IconButton, Overflow, WorkflowButton } from "@slack/types"
import { confirmationDialog, overflowOption, workflow } from "../objects.ts"
import { composition, element, listOf, text, words } from "../Shape.ts"
import { plainText } from "../text.ts"

export const button = element<Button>("button", {
  page: "button-element",
  required: ["text"],
  fields: {
    text: plainText(75),
    value: text({ max: 2000 }),
    url: text({ max: 3000 }),
    style: words("primary", "danger"),
    confirm: confirmationDialog,
    accessibility_label: text({ max: 75 })
  }
})

export const workflowButton = element<WorkflowButton>("workflow_button", {
  page: "workflow-button-element",
  surfaces: ["message"],
  required: ["text", "workflow"],
  fields: {
    text: plainText(75),
    workflow,
    style: words("primary", "danger"),
    confirm: confirmationDialog,
    accessibility_label: text({ max: 75 })
  }
})

export const iconButton = element<IconButton>("icon_button", {
  page: "icon-button-element",
  surfaces: ["message"],
  required: ["icon", "text"],
  fields: {
    icon: words("trash"),
    text: plainText(),
    value: text({ max: 2000 }),
    confirm: confirmationDialog,
    accessibility_label: text({ max: 75 }),
    visible_to_user_ids: listOf(text())
  }
})

const page = "feedback-buttons-element"

const feedbackButton = composition<FeedbackButtons["positive_button"]>(
  "feedback button",
  {
    page,
    required: ["text", "value"],
    fields: { text: plainText(75), value: text({ max: 2000 }), accessibility_label: text({ max: 75 }) }
  },
  "block-elements"
)

export const feedbackButtons = element<FeedbackButtons>("feedback_buttons", {
  page,
  surfaces: ["message"],
  required: ["positive_button", "negative_button"],
  fields: { positive_button: feedbackButton, negative_button: feedbackButton }
})

export const overflowMenu = element<Overflow>("overflow", {
  page: "overflow-menu-element",
  required: ["options"],
  fields: { options: listOf(overflowOption, { min: 1, max: 5 }), confirm: confirmationDialog }
})
