import type { TaskCardBlock } from "@slack/types"
import { urlSource } from "../elements/urlSource.ts"
import { block, byType, listOf, text, words } from "../Shape.ts"
import { richText } from "./richText.ts"

export const taskCard = block<TaskCardBlock>("task_card", {
  page: "task-card-block",
  surfaces: ["message"],
  required: ["task_id", "title"],
  fields: {
    task_id: text(),
    title: text(),
    details: byType(() => [richText]),
    output: byType(() => [richText]),
    sources: listOf(byType(() => [urlSource])),
    status: words("pending", "in_progress", "complete", "error")
  }
})
