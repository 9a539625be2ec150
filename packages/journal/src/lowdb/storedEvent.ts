/** An event with its policy's digest: thousands of episodes share rules of 7 KB (`policies/<digest>.json`). */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { type EventOf, PathwayEvent, PersonId, type RecordedEvent } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { Schema } from "effect"

export const PolicyDigest = Schema.String.check(Schema.isPattern(/^[\w-]{43}$/)).pipe(Schema.brand("PolicyDigest"))
export type PolicyDigest = typeof PolicyDigest.Type

type Opened = EventOf<"EpisodeOpened">
type StoredOpened = Omit<Opened, "policy"> & { readonly policy: PolicyDigest }
type StoredPathwayEvent = Exclude<RecordedEvent["event"], Opened> | StoredOpened

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
  event._tag === "EpisodeOpened" ? { ...rest, event: { ...event, policy: digestOf(event.policy) } } : { ...rest, event }

export const recordedEvent = (stored: StoredEvent, policyOf: (digest: PolicyDigest) => Policy): RecordedEvent => {
  const { event } = stored
  return event._tag === "EpisodeOpened"
    ? { ...stored, event: { ...event, policy: policyOf(event.policy) } }
    : { ...stored, event }
}
