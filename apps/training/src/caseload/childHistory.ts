/** One child's commands put through the domain: the events are what it decided, never written by hand. */
import {
  type ChildReference,
  decide,
  EventId,
  emptyChildState,
  evolveAll,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import { Result } from "effect"
import type { Step } from "./commandsOf.ts"

export interface IdentifiedEvent {
  readonly id: EventId
  readonly recorded: RecordedEvent
}

/** A refusal throws: it is a mistake in the caseload's plan, not something a person could put right. */
export const childHistory = (child: ChildReference, steps: ReadonlyArray<Step>): ReadonlyArray<IdentifiedEvent> => {
  const history: Array<IdentifiedEvent> = []
  let state = emptyChildState
  for (const { at, by, command } of steps) {
    const events = Result.getOrThrow(decide(state, command, { now: at }))
    state = evolveAll(state, events)
    for (const event of events) {
      const recorded: RecordedEvent = { recordedAt: at, recordedBy: by, event }
      history.push({ id: EventId.make(`training-${child}-${String(history.length + 1).padStart(4, "0")}`), recorded })
    }
  }
  return history
}
