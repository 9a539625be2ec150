import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendars } from "../../src/calendar/index.ts"
import { interviewQueue, remindersOf } from "../../src/deadlines/index.ts"
import { ladderOf } from "../../src/escalation/index.ts"
import { type ChildState, emptyChildState, evolve, fold, preview, RecordedEvent } from "../../src/pathway/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { HISTORY_NOW, streams } from "./arbitraries.ts"
import { histories } from "./histories.ts"
import { child } from "./madeUpChild.ts"

const toText = (recorded: RecordedEvent): string => JSON.stringify(Schema.encodeSync(RecordedEvent)(recorded))
const fromText = (text: string): RecordedEvent => Schema.decodeUnknownSync(RecordedEvent)(JSON.parse(text))

describe("replay", () => {
  it("of events written as JSON and read back comes to the same state", () => {
    fc.assert(
      fc.property(histories, ({ recorded, state }) => {
        const readBack = recorded.map((entry) => fromText(toText(entry)))
        expect(readBack).toStrictEqual(recorded)
        expect(fold(readBack)).toStrictEqual(state)
      }),
      { numRuns: 200 }
    )
  })

  it("from any point on comes to the same state as from the start", () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ recorded, state }, cut) => {
        const middle = cut % (recorded.length + 1)
        const before = fold(recorded.slice(0, middle))
        expect(recorded.slice(middle).reduce(evolve, before)).toStrictEqual(state)
        const unrecorded = preview(
          before,
          recorded.slice(middle).map(({ event }) => event)
        )
        // Raised again, acknowledged, passed on, without an interview, cancelled, decided on: known by when that was recorded, also in what a merge keeps of an episode.
        const ofRecording = [
          "alertedAgain",
          "acknowledgements",
          "passedOn",
          "noneSince",
          "loggedAt",
          "cancelledAt",
          "receivedAt",
          "recordedAt",
          "personsWord",
          "correctedAt",
          "decidedAt",
          "importedAt"
        ]
        const untimed = (state: ChildState) =>
          JSON.stringify(state, (key, value) => (ofRecording.includes(key) ? undefined : value))
        expect(JSON.parse(untimed(unrecorded))).toEqual(JSON.parse(untimed(state)))
      })
    )
  })

  it("of no events is a child nothing is known of", () => {
    expect(fold([])).toBe(emptyChildState)
  })
})

describe("any order of events", () => {
  it("folds, and every question about the state has an answer", () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const state = fold(stream)
        const reminders = remindersOf(state, HISTORY_NOW, calendars)
        expect(reminders.every(({ episodeId }) => state.episodes.some(({ id }) => id === episodeId))).toBe(true)
        expect(ladderOf(state, HISTORY_NOW, calendars).length).toBeLessThanOrEqual(state.episodes.length)
        expect(
          triggersFired(state, { calendars, now: HISTORY_NOW }).every(({ episodeIds }) => episodeIds.length >= 1)
        ).toBe(true)
        const lines = interviewQueue(new Map([[child.reference, state]]), HISTORY_NOW, calendars)
        expect(lines.length).toBeLessThanOrEqual(state.episodes.length)
      }),
      { numRuns: 500 }
    )
  })

  it("about an episode or interview that is not on the record changes neither", () => {
    fc.assert(
      fc.property(streams, (stream) => {
        const openers = [
          "EpisodeOpened",
          "InterviewAssigned",
          "NotificationReceived",
          "NotificationTurnedAway",
          "NotificationRepeated",
          "FindMePlanRecorded",
          "HistoryImported",
          "ChildDied"
        ]
        const state = fold(stream.filter(({ event }) => !openers.includes(event._tag)))
        expect(state).toStrictEqual(emptyChildState)
      })
    )
  })

  it("leaves the state before it as it was", () => {
    fc.assert(
      fc.property(streams, streams, (first, second) => {
        const before = fold(first)
        const copy = structuredClone(before)
        second.reduce(evolve, before)
        expect(before).toStrictEqual(copy)
      })
    )
  })
})
