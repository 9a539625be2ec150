import type { Instant } from "../calendar/instant.ts"
import type { PathwayEvent, RecordedEvent } from "./events.ts"
import type { Change } from "./fold/change.ts"
import { type Draft, draftOf, finished } from "./fold/draft.ts"
import { keepReplacements } from "./fold/keepingReplacements.ts"
import { onCircumstance } from "./fold/onCircumstance.ts"
import { onCorrection } from "./fold/onCorrection.ts"
import { onEnding } from "./fold/onEnding.ts"
import { onInterview } from "./fold/onInterview.ts"
import { onOpening } from "./fold/onOpening.ts"
import { onResponsibility } from "./fold/onResponsibility.ts"
import { repeatAlert } from "./fold/repeatAlert.ts"
import { type ChildState, emptyChildState } from "./state.ts"

/** Total over any order of events a journal can hold: an event about what is not on the record changes nothing. */
const changes: { readonly [Tag in PathwayEvent["_tag"]]: Change<Tag> } = {
  ...onOpening,
  ...onInterview,
  ...onResponsibility,
  ...onCorrection,
  ...onEnding,
  ...onCircumstance
}

const apply = (draft: Draft, event: PathwayEvent): void =>
  keepReplacements(draft, event, () =>
    repeatAlert(draft, event, () => (changes[event._tag] as (draft: Draft, event: PathwayEvent) => void)(draft, event))
  )

const applyRecorded = (draft: Draft, { recordedAt, event }: RecordedEvent): void => {
  draft.at = recordedAt
  apply(draft, event)
}

/** The child's state after events that are not recorded yet, so without the alerts they would raise. */
export const evolveAll = (state: ChildState, events: Iterable<PathwayEvent>): ChildState => {
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

/** The child's state after one more event. */
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
