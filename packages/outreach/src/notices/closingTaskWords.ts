/** What is left before an episode can be closed, in words, and what its reader does first. */
import type { ClosingTask } from "@safe-return/casework"
import { remainingTaskWords } from "@safe-return/domain/pathway"
import type { ToDo } from "./Notice.ts"

export const closingTasksInWords = (tasks: ReadonlyArray<ClosingTask>): string =>
  tasks
    .map((task) => (task === "close" ? "nothing is left to do: it can be closed" : remainingTaskWords[task]))
    .join("; ")

const steps: Readonly<Record<ClosingTask, "screen" | "carer-offer" | "record" | "close">> = {
  "case-reference": "screen",
  allocation: "screen",
  screening: "screen",
  "hand-over": "screen",
  "carer-offer": "carer-offer",
  "interview-reference": "record",
  close: "close"
}

export const closingStep = ([first = "close"]: ReadonlyArray<ClosingTask>): ToDo["what"] => steps[first]
