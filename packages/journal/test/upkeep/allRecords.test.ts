import { Instant } from "@safe-return/domain/calendar"
import { EpisodeId, EventId, PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import type { JournalEntry } from "../../src/index.ts"
import { type AllRecords, difference } from "../../src/upkeep/allRecords.ts"
import { caseEntries, pupil } from "../madeUpCases.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { child } from "../syntheticEvents.ts"

const event: JournalEntry = {
  id: EventId.make("event-1"),
  child: child("LCS-1"),
  version: 1,
  position: 1,
  recorded: {
    recordedAt: Instant(1),
    recordedBy: PersonId.make("UMADEUP1"),
    event: { _tag: "ChildFound", episodeId: EpisodeId.make("episode-1"), foundAt: Instant(0) }
  }
}
const here: AllRecords = {
  entries: [event],
  profiles: [{ child: event.child, allocatedWorker: PersonId.make("UMADEUP1") }],
  children: [event.child],
  deliveries: [],
  reveals: [],
  holds: [],
  erased: [],
  availability: [],
  education: [],
  joinedUp: [],
  audit: [madeUpEntry(1)]
}
const withEvent = (change: Partial<JournalEntry>): AllRecords => ({ ...here, entries: [{ ...event, ...change }] })

it("two places that keep the same differ in nothing, whatever positions they gave", () => {
  expect(difference(here, here)).toBeUndefined()
  expect(difference(here, withEvent({ position: 9 }))).toBeUndefined()
})

it.each([
  ["id", { id: EventId.make("event-2") }],
  ["child", { child: child("LCS-2") }],
  ["version", { version: 2 }],
  ["words", { recorded: { ...event.recorded, recordedAt: Instant(2) } }]
])("an event with another %s is not the same", (_, change) => {
  expect(difference(here, withEvent(change))).toBe("Version 1 of LCS-1")
})

it("what is missing or more in one of two places is named", () => {
  expect(difference(here, { ...here, entries: [] })).toBe("Version 1 of LCS-1")
  expect(difference({ ...here, entries: [] }, here)).toBe("The number of events")
  expect(difference(here, { ...here, profiles: [] })).toBe("A profile")
  const education = [{ child: pupil("EDU-1"), version: 1, entries: caseEntries(1) }]
  expect(difference({ ...here, education }, here)).toBe("A case of a child missing education")
  expect(difference(here, { ...here, audit: [madeUpEntry(2)] })).toBe("The audit")
})
