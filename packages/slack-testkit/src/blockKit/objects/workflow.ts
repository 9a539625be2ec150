import type { WorkflowButton } from "@slack/types"
import { anything, composition, listOf, text } from "../Shape.ts"

const inputParameter = composition<{ name: string; value: string }>("input parameter", {
  page: "trigger-object",
  required: ["name", "value"],
  fields: { name: text(), value: anything }
})

const trigger = composition<WorkflowButton["workflow"]["trigger"]>("trigger", {
  page: "trigger-object",
  required: ["url"],
  fields: { url: text(), customizable_input_parameters: listOf(inputParameter) }
})

export const workflow = composition<WorkflowButton["workflow"]>("workflow", {
  page: "workflow-object",
  required: ["trigger"],
  fields: { trigger }
})
