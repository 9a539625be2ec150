/** An event with its policy's digest: thousands of episodes share rules of 7 KB (`policies/<digest>.json`). */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { PathwayEvent, PersonId, type RecordedEvent } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { Schema } from "effect"

export const PolicyDigest = Schema.String.check(Schema.isPattern(/^[\w-]{43}$/)).pipe(Schema.brand("PolicyDigest"))
export type PolicyDigest = typeof PolicyDigest.Type

type WithPolicy = Extract<PathwayEvent, { readonly policy: Policy }>
type WithDigest<Event> = Event extends WithPolicy ? Omit<Event, "policy"> & { readonly policy: PolicyDigest } : Event
type StoredPathwayEvent = WithDigest<PathwayEvent>

/** The rules that an event holds whole; undefined where it holds none. */
export const policyOfEvent = (event: PathwayEvent): Policy | undefined => ("policy" in event ? event.policy : undefined)

export interface StoredEvent extends Omit<RecordedEvent, "event"> {
  readonly event: StoredPathwayEvent
}

const members = PathwayEvent.members.map((member) =>
  "policy" in member.fields ? Schema.Struct({ ...member.fields, policy: PolicyDigest }) : member
)

export const StoredEvent = Schema.Struct({
  recordedAt: InstantFromIso,
  recordedBy: PersonId,
  // The members are the events' own, but for one field that is replaced above: the compiler loses count of them.
  event: Schema.Union(members) as Schema.Codec<StoredPathwayEvent, unknown>
})

export const storedEvent = (
  { event, ...rest }: RecordedEvent,
  digestOf: (policy: Policy) => PolicyDigest
): StoredEvent =>
  "policy" in event ? { ...rest, event: { ...event, policy: digestOf(event.policy) } } : { ...rest, event }

export const recordedEvent = (stored: StoredEvent, policyOf: (digest: PolicyDigest) => Policy): RecordedEvent => {
  const { event } = stored
  return "policy" in event ? { ...stored, event: { ...event, policy: policyOf(event.policy) } } : { ...stored, event }
}
