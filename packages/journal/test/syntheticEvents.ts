/** Made-up references and events: nobody's, and of every shape the journal's documents have to carry. */
import { Instant, utc } from "@safe-return/domain/calendar"
import {
  ChildReference,
  EpisodeId,
  EventId,
  InterviewId,
  PersonId,
  PoliceReference,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import fc from "fast-check"
import type { NewEvent } from "../src/index.ts"

export const child = (reference: string): ChildReference => ChildReference.make(reference)

export const references = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/)
  .filter((text) => /\d/.test(text))
  .map(child)

const instants = fc.integer({ min: utc(2012, 1, 1), max: utc(2028, 12, 31) }).map((time) => Instant(time))
const people = fc.constantFrom("UMADEUP1", "UMADEUP2", "police-intake").map((id) => PersonId.make(id))
const episodes = fc.uuid().map((id) => EpisodeId.make(id))

const found = fc.record({ _tag: fc.constant("ChildFound" as const), episodeId: episodes, foundAt: instants })

export const opened = fc.record({
  _tag: fc.constant("EpisodeOpened" as const),
  episodeId: episodes,
  absence: fc.constantFrom("missing" as const, "away" as const),
  missingFrom: fc.constantFrom("home" as const, "care" as const),
  risk: fc.constantFrom(
    "no-apparent" as const,
    "low" as const,
    "medium" as const,
    "high" as const,
    "not-graded" as const
  ),
  missingAt: instants,
  reportedAt: instants,
  notifiedAt: instants,
  policy: fc.constant(rotherham)
})

/** Free text of every kind, half characters and control characters included. */
const cancelled = fc.record({
  _tag: fc.constant("EpisodeCancelled" as const),
  episodeId: episodes,
  reason: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), minLength: 1, maxLength: 500 })
})

const assigned = fc.record({
  _tag: fc.constant("InterviewAssigned" as const),
  interviewId: fc.uuid().map((id) => InterviewId.make(id)),
  episodeIds: fc.tuple(episodes, episodes),
  interviewer: people,
  knownAdult: fc.boolean()
})

const imported = fc.record({
  _tag: fc.constant("HistoryImported" as const),
  rows: fc.record({ episode_id: episodes, missing_at: instants }).map((row) => [row] as const),
  policy: fc.constant(rotherham)
})

const afterDeath = fc.record({
  _tag: fc.constant("NotificationAfterDeath" as const),
  notification: fc.constant({
    kind: "found" as const,
    policeReference: PoliceReference.make("SYP-1"),
    sentAt: utc(2026, 11, 1),
    child: { reference: child("LCS-1") },
    foundAt: utc(2026, 11, 1)
  }),
  receivedAt: instants,
  newEpisodeId: episodes,
  policy: fc.constant(rotherham)
})

const recordedEvents: fc.Arbitrary<RecordedEvent> = fc.record({
  recordedAt: instants,
  recordedBy: people,
  event: fc.oneof(found, opened, cancelled, assigned, imported, afterDeath)
})

export const newEvents: fc.Arbitrary<NewEvent> = fc.record({
  id: fc.uuid().map((id) => EventId.make(id)),
  recorded: recordedEvents
})

/** One plain event; the same number gives the same event. */
export const madeUpEvent = (number: number | string): NewEvent => ({
  id: EventId.make(`event-${number}`),
  recorded: {
    recordedAt: utc(2026, 11, 1, 12),
    recordedBy: PersonId.make("UMADEUP1"),
    event: { _tag: "ChildFound", episodeId: EpisodeId.make("episode-1"), foundAt: utc(2026, 11, 1, 11) }
  }
})
