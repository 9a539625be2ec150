/** The queue as everybody reads it. A team that opens it together at nine has it worked out once, not forty times. */
import { type Calendars, Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import type { MessageContent } from "../../blocks/blocks.ts"
import { interviewQueueList, queueWords } from "../../messages/interviewQueueList.ts"

type States = ReadonlyMap<ChildReference, ChildState>

const kept = new WeakMap<States, { readonly asOf: Instant; readonly content: MessageContent }>()

/** As of the second in which it is asked: until that is over, or something is recorded, it is the very same list. */
export const wholeQueue = (states: States, now: Instant, calendars: Calendars): MessageContent => {
  const asOf = Instant(now - (now % 1000))
  const before = kept.get(states)
  if (before?.asOf === asOf) return before.content
  const content = interviewQueueList({ lines: interviewQueue(states, asOf, calendars), now: asOf, words: queueWords })
  kept.set(states, { asOf, content })
  return content
}
