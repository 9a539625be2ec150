import type { HomeView } from "@slack/types"
import { header, section } from "../messages/blocks.ts"
import { interviewQueueList, type QueueFacts } from "../messages/interviewQueueList.ts"

/** App Home for those who may see the queue. */
export const queueHome = (queue: QueueFacts): HomeView => ({
  type: "home",
  blocks: [...interviewQueueList(queue).blocks]
})

/** App Home for everybody else: a reason and whom to ask, never an empty page. */
export const homeWithout = (reason: string): HomeView => ({
  type: "home",
  blocks: [header("Safe Return"), section(reason)]
})
