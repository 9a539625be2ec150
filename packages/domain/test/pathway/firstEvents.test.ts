import { readFileSync } from "node:fs"
import path from "node:path"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { type ChildState, fold, RecordedEvent } from "../../src/pathway/index.ts"

interface FirstEvents {
  readonly events: ReadonlyArray<{ readonly event: { readonly _tag: string } }>
  /** What the events came to when they were written, but for the policies. */
  readonly state: Omit<ChildState, "episodes">
}

const { events, state }: FirstEvents = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "fixtures/firstEvents.json"), "utf8")
)

const foldedSince = [
  "passedOn",
  "noneSince",
  "loggedAt",
  "cancelledAt",
  "offers",
  "answers",
  "previous",
  "receivedAt",
  "personsWord"
]

/** Without the policies, and without what is folded only since then. */
const asItWas = (folded: ChildState): unknown =>
  JSON.parse(
    JSON.stringify(folded, (key, value) => (key === "policy" || foldedSince.includes(key) ? undefined : value))
  )

/** With the word alone where it now stands beside its source. */
const bareCalendar = (entry: unknown): unknown =>
  JSON.parse(JSON.stringify(entry, (key, value) => (key === "calendar" ? value.value : value)))

describe("a journal written before the pathway was told in full", () => {
  it("holds every kind of event there was", () => {
    expect([...new Set(events.map(({ event }) => event._tag))].sort()).toEqual([
      "ChildFound",
      "ChildReturned",
      "EpisodeCancelled",
      "EpisodeOpened",
      "EpisodeUpdated",
      "InterviewAnswered",
      "InterviewAssigned",
      "InterviewCompleted",
      "InterviewOffered",
      "NotificationReceived",
      "NotificationSetAside"
    ])
  })

  const read = events.map((entry) => Schema.decodeUnknownSync(RecordedEvent)(entry))

  it("is read, and comes to the state it came to then", () => {
    expect(asItWas(fold(read))).toEqual(state)
  })

  it("is written back with nothing lost; a policy may say aloud what it took for granted then", () => {
    expect(read.map((entry) => bareCalendar(Schema.encodeSync(RecordedEvent)(entry)))).toMatchObject(events)
  })
})
