import type { WorkflowButton } from "@slack/types"
import { confirmationDialog } from "../objects/confirmationDialog.ts"
import { plainText } from "../objects/text.ts"
import { workflow } from "../objects/workflow.ts"
import { element, text, words } from "../Shape.ts"

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
