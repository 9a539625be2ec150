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

/**
 * The child's state as events would leave it, without the alerts they raise once recorded: to look ahead, not to keep.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { preview } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("found")
 * const event = { _tag: "ChildReturned", episodeId: episode.id, returnedAt: utc(2026, 11, 21, 9, 30) } as const
 * preview(state, [event]).episodes.map(({ progress }) => progress._tag) // ["Returned"]
 * state.episodes.map(({ progress }) => progress._tag) // ["Found"]
 * ```
 */
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
 * Records what a decision came to, with the alerts it raises: keep `recorded` first, and go on with `state` then. The
 * state given is not changed.
 *
 * @param at epoch milliseconds, by our own clock
 * @param by the person or intake it is recorded by
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { PersonId, record } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("found")
 * const event = { _tag: "ChildReturned", episodeId: episode.id, returnedAt: utc(2026, 11, 21, 9, 30) } as const
 * const next = record(state, [event], { at: utc(2026, 11, 21, 10), by: PersonId.make("mash-1") })
 * next.recorded.map(({ recordedBy, event: { _tag } }) => [recordedBy, _tag]) // [["mash-1","ChildReturned"]]
 * next.state.episodes.map(({ progress }) => progress._tag) // ["Returned"]
 * ```
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

/**
 * The child's state after one more event; one of a kind it does not know is passed over, and listed in
 * `unknownEvents`. The state given is not changed. For a whole stream {@link fold} is faster.
 *
 * @example
 * ```ts
 * import { emptyChildState, evolve } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { recorded } = syntheticCase("returned")
 * let state = emptyChildState
 * for (const event of recorded) state = evolve(state, event)
 * state.episodes.map(({ progress }) => progress._tag) // ["Returned"]
 * ```
 */
export const evolve = (state: ChildState, recorded: RecordedEvent): ChildState => {
  const draft = draftOf(state)
  applyRecorded(draft, recorded)
  return finished(draft, state)
}

/**
 * The child's state from its whole stream, at a cost that grows with the number of events and no faster. It trusts
 * that the events were read with `RecordedEvent`: {@link foldUnknown} checks. Kinds it does not know are passed over,
 * and listed in `unknownEvents`.
 *
 * @param stream one child's events, in the order in which they were recorded
 *
 * @example
 * ```ts
 * import { fold } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { recorded } = syntheticCase("returned")
 * fold(recorded).episodes.map(({ progress }) => progress._tag) // ["Returned"]
 * fold([]).episodes // []
 * ```
 */
export const fold = (stream: Iterable<RecordedEvent>): ChildState => {
  const draft = draftOf(emptyChildState)
  for (const recorded of stream) applyRecorded(draft, recorded)
  return finished(draft, emptyChildState)
}
