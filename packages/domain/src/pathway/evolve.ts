import type { Instant } from "../calendar/instant.ts"
import type { PersonId } from "../vocabulary/identifiers.ts"
import type { PathwayEvent, RecordedEvent } from "./events.ts"
import type { Change } from "./fold/change.ts"
import { type Draft, draftOf, finished, withItem } from "./fold/draft.ts"
import { keepReplacements } from "./fold/keepingReplacements.ts"
import { onCircumstance } from "./fold/onCircumstance.ts"
import { onCorrection } from "./fold/onCorrection.ts"
import { onEnding } from "./fold/onEnding.ts"
import { onHistory } from "./fold/onHistory.ts"
import { onInterview } from "./fold/onInterview.ts"
import { onOpening } from "./fold/onOpening.ts"
import { onResponsibility } from "./fold/onResponsibility.ts"
import { repeatAlert } from "./fold/repeatAlert.ts"
import { type ChildState, emptyChildState, type UnknownEvent } from "./state.ts"

/** Total over any order of events a journal can hold: an event about what is not on the record changes nothing. */
const changes: { readonly [Tag in PathwayEvent["_tag"]]: Change<Tag> } = {
  ...onOpening,
  ...onInterview,
  ...onResponsibility,
  ...onCorrection,
  ...onEnding,
  ...onCircumstance,
  ...onHistory
}

/** By tag, so that a tag such as `constructor` finds nothing. */
const changesByTag = new Map<string, (draft: Draft, event: PathwayEvent) => void>(
  Object.entries(changes) as ReadonlyArray<[string, (draft: Draft, event: PathwayEvent) => void]>
)

/** Whether folding knows what an event of this kind does. */
export const isKnownTag = (tag: string): boolean => changesByTag.has(tag)

const passOver = (draft: Draft, { _tag }: PathwayEvent): void => {
  const { at } = draft
  draft.unknownEvents = withItem<UnknownEvent>(draft, draft.unknownEvents ?? [], {
    _tag,
    ...(at === undefined ? {} : { recordedAt: at })
  })
}

const apply = (draft: Draft, event: PathwayEvent): void => {
  const change = changesByTag.get(event._tag)
  if (change === undefined) passOver(draft, event)
  else keepReplacements(draft, event, () => repeatAlert(draft, event, () => change(draft, event)))
}

const applyRecorded = (draft: Draft, { recordedAt, event }: RecordedEvent): void => {
  draft.at = recordedAt
  apply(draft, event)
}

/** The child's state as events would leave it, without the alerts they raise once recorded: to look ahead, not to keep. */
export const preview = (state: ChildState, events: Iterable<PathwayEvent>): ChildState => {
  const draft = draftOf(state)
  for (const event of events) apply(draft, event)
  return finished(draft, state)
}

/** The child's state once a decision's events have been recorded at this moment. */
export const evolveAt = (state: ChildState, events: Iterable<PathwayEvent>, at: Instant): ChildState => {
  const draft = draftOf(state)
  draft.at = at
  for (const event of events) apply(draft, event)
  return finished(draft, state)
}

/** When, by our clock, and by which person or intake a decision's events are recorded. */
export interface Recording {
  readonly at: Instant
  readonly by: PersonId
}

/** The child's state once events are recorded, and the events to keep. */
export interface Recorded {
  readonly state: ChildState
  readonly recorded: ReadonlyArray<RecordedEvent>
}

/**
 * Records what a decision came to, with the alerts it raises: keep `recorded` first, and go on with `state` then.
 *
 * @param at epoch milliseconds
 */
export const record = (state: ChildState, events: Iterable<PathwayEvent>, { at, by }: Recording): Recorded => {
  const recorded = Array.from(events, (event) => ({ recordedAt: at, recordedBy: by, event }))
  return {
    state: evolveAt(
      state,
      recorded.map(({ event }) => event),
      at
    ),
    recorded
  }
}

/** The child's state after one more event; one of a kind it does not know is passed over, and listed in `unknownEvents`. */
export const evolve = (state: ChildState, recorded: RecordedEvent): ChildState => {
  const draft = draftOf(state)
  applyRecorded(draft, recorded)
  return finished(draft, state)
}

/** The child's state from its whole stream, at a cost that grows with the number of events and no faster. */
export const fold = (stream: Iterable<RecordedEvent>): ChildState => {
  const draft = draftOf(emptyChildState)
  for (const recorded of stream) applyRecorded(draft, recorded)
  return finished(draft, emptyChildState)
}
