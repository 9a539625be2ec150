/** One child's commands put through the domain: the events are what it decided, never written by hand. */
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  decide,
  EventId,
  emptyChildState,
  fold,
  type RecordedEvent,
  record
} from "@safe-return/domain/pathway"
import { Result } from "effect"
import type { Closing } from "./closing.ts"
import type { Step } from "./commandsOf.ts"

export interface IdentifiedEvent {
  readonly id: EventId
  readonly recorded: RecordedEvent
}

const FOREVER = Instant(Number.MAX_SAFE_INTEGER)

/**
 * A refusal throws: it is a mistake in the caseload's plan, not something a person could put right.
 *
 * @param closings in order of time, each when its time has come
 */
export const childHistory = (
  child: ChildReference,
  steps: ReadonlyArray<Step>,
  closings: ReadonlyArray<Closing> = []
): ReadonlyArray<IdentifiedEvent> => {
  const history: Array<IdentifiedEvent> = []
  let state = emptyChildState
  const take = ({ at, by, command }: Step) => {
    const events = Result.getOrThrow(decide(state, command, { now: at }))
    const { state: next, recorded: news } = record(state, events, { at, by })
    state = next
    for (const recorded of news) {
      history.push({ id: EventId.make(`training-${child}-${String(history.length + 1).padStart(4, "0")}`), recorded })
    }
  }
  /** With when each was recorded, on which it hangs what a trigger rests on. */
  const known = () => fold(history.map(({ recorded }) => recorded))
  let closed = 0
  const closeUntil = (time: Instant) => {
    for (let closing = closings[closed]; closing !== undefined && closing.at < time; closing = closings[++closed]) {
      for (let step = closing.nextStep(state, known); step; step = closing.nextStep(state, known)) take(step)
    }
  }
  for (const step of steps) {
    closeUntil(step.at)
    take(step)
  }
  closeUntil(FOREVER)
  return history
}
