import type { PlanBlock } from "@slack/types"
import { block, listOf, text } from "../Shape.ts"
import { taskCard } from "./taskCard.ts"

export const plan = block<PlanBlock>("plan", {
  page: "plan-block",
  surfaces: ["message"],
  required: ["title"],
  // Slack's own example leaves out the type of the tasks.
  fields: { title: text(), tasks: listOf(taskCard) }
})
