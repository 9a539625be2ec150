import { formatInstant, Instant, londonClock, utc } from "@safe-return/domain/calendar"
import { type Episode, emptyChildState, evolve, fold, RecordedEvent } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { figuresOf } from "../../src/caseload/figures/caseloadSize.ts"
import { type CaseloadChild, type CaseloadOptions, syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

const endsAt = utc(2026, 11, 23, 9)
const training = { size: "rotherham", policy: rotherham, open: "one-of-each-task" } as const
const caseload = [...syntheticCaseload({ ...training, seed: 2024, endsAt })]

const episodesOf = ({ events }: CaseloadChild): ReadonlyArray<Episode> =>
  fold(events.map(({ recorded }) => recorded)).episodes

const DAY = 86_400_000

/** Any seed, size and kind of ending, and any last moment to the millisecond, clock changes and leap days included. */
const options: fc.Arbitrary<CaseloadOptions> = fc
  .record({
    size: fc.oneof(fc.constant("rotherham" as const), fc.integer({ min: 12, max: 150 })),
    seed: fc.integer(),
    endsAt: fc.integer({ min: utc(2021, 1, 1), max: utc(2028, 12, 31) }).map((at) => Instant(at)),
    open: fc.constantFrom("as-published", "one-of-each-task")
  })
  .map((drawn) => ({ ...drawn, policy: rotherham }))

describe("the same caseload", () => {
  const bytes = (seed: number) => JSON.stringify([...syntheticCaseload({ ...training, seed, endsAt })])

  it("comes of the same seed, byte for byte, and another of another", () => {
    expect(bytes(7)).toBe(bytes(7))
    expect(bytes(7)).not.toBe(bytes(8))
  })
})

describe("every history", () => {
  it("is one absence after another in the last twelve months, in the order recorded", () => {
    fc.assert(
      fc.property(options, (drawn) => {
        for (const child of syntheticCaseload(drawn)) {
          let free = drawn.endsAt - 365 * DAY - 60_000
          for (const { missingAt, reportedAt, notifiedAt, progress } of episodesOf(child)) {
            const found = "foundAt" in progress ? (progress.foundAt ?? notifiedAt) : drawn.endsAt
            const returned = progress._tag === "Returned" ? progress.returnedAt : drawn.endsAt
            const times = [free, missingAt, reportedAt, Math.min(found, returned), returned, drawn.endsAt]
            expect(times).toEqual(times.toSorted((a, b) => a - b))
            expect(notifiedAt).toBeGreaterThan(reportedAt)
            free = returned
          }
          const recorded = child.events.map((event) => event.recorded.recordedAt)
          expect(recorded).toEqual(recorded.toSorted((a, b) => a - b))
          expect(recorded.at(-1)).toBeLessThanOrEqual(drawn.endsAt)
        }
      }),
      { numRuns: 12 }
    )
  }, 120_000)

  it("is dealt to every child of the figures, none missing more than 24 times", () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const counts = Array.from(syntheticCaseload(drawn), (child) => episodesOf(child).length)
        const { missing, away } = figuresOf(drawn.size)
        expect(counts.length).toBe(missing.children)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(missing.incidents + away.incidents)
        expect(Math.max(...counts)).toBeLessThanOrEqual(24)
      }),
      { numRuns: 12 }
    )
  }, 120_000)

  it("changes the child's state with every event: none is a repeat and no notification waits", () => {
    for (const { events } of caseload) {
      let state = emptyChildState
      for (const { recorded } of events) {
        const next = evolve(state, recorded)
        expect(next).not.toEqual(state)
        state = next
      }
      expect(state.early).toEqual([])
    }
  })

  it("is what a journal reads back", () => {
    const encode = Schema.encodeSync(RecordedEvent)
    const decode = Schema.decodeUnknownSync(RecordedEvent)
    for (const { events } of caseload) {
      for (const { recorded } of events) {
        expect(decode(JSON.parse(JSON.stringify(encode(recorded))))).toEqual(recorded)
      }
    }
  })

  it("has ids of its own, in ranges kept for synthetic children", () => {
    const events = caseload.flatMap((child) => child.events)
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    expect(new Set(caseload.map(({ child }) => child)).size).toBe(57)
    expect(caseload.map(({ child }) => child).filter((child) => !/^LCS-900\d\d$/.test(child))).toEqual([])
    const references = events.flatMap(({ recorded: { event } }) =>
      event._tag === "NotificationReceived" ? [event.notification.policeReference] : []
    )
    expect(new Set(references).size).toBe(318)
    expect(references.filter((reference) => !/^SYP-202[56]-9000\d{3}$/.test(reference))).toEqual([])
    const ids = caseload.flatMap(episodesOf).map(({ id }) => id)
    expect([...ids].sort().slice(0, 2)).toEqual(["training-ep-0001", "training-ep-0002"])
    expect(new Set(ids).size).toBe(318)
  })
})

describe("the year", () => {
  const missingTimes = caseload.flatMap(episodesOf).map(({ missingAt }) => missingAt)

  it("has episodes in each of its twelve parts", () => {
    const parts = Array.from(
      { length: 12 },
      (_, part) =>
        missingTimes.filter((at) => Math.floor((12 * (at - (endsAt - 365 * DAY))) / (365 * DAY)) === part).length
    )
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(10)
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(318)
  })

  it("has most children missed between 17:00 and midnight", () => {
    const evening = missingTimes.filter((at) => londonClock(at).hour >= 17).length
    expect(evening / missingTimes.length).toBeGreaterThan(0.6)
    expect(evening / missingTimes.length).toBeLessThan(0.8)
  })
})

describe("the interviews", () => {
  const states = caseload.map(({ events }) => fold(events.map(({ recorded }) => recorded)))
  const interviews = states.flatMap((state) =>
    state.interviews.map((interview) => ({
      interview,
      episode: state.episodes.find(({ id }) => interview.episodeIds.includes(id))
    }))
  )

  it("were completed within 72 hours in 63 % of cases, the mean of England's councils", () => {
    const hours = interviews.flatMap(({ interview: { completed }, episode }) =>
      completed !== undefined && episode?.progress._tag === "Returned"
        ? [(completed.completedAt - episode.progress.returnedAt) / 3_600_000]
        : []
    )
    expect(hours.length).toBe(250)
    expect(Math.min(...hours)).toBeGreaterThan(0)
    expect(hours.filter((elapsed) => elapsed <= 72).length / hours.length).toBeCloseTo(0.63, 2)
  })

  it("were declined in some cases, and each that ended was offered", () => {
    expect(interviews.filter(({ interview }) => interview.response === "declined").length).toBe(63)
    const ended = interviews.filter(({ interview }) => interview.completed ?? interview.response === "declined")
    expect(ended.filter(({ interview }) => interview.offeredAt === undefined)).toEqual([])
  })

  it("were held in the daytime", () => {
    const outside = interviews
      .flatMap(({ interview: { completed } }) => (completed === undefined ? [] : [completed.completedAt]))
      .filter((at) => londonClock(at).hour < 9 || londonClock(at).hour > 18)
      .map(formatInstant)
    expect(outside).toEqual([])
  })

  it("were some of them a known adult's, and otherwise never the allocated worker's", () => {
    const byWorker = interviews.filter(({ interview }) => interview.interviewer?.startsWith("training-worker"))
    expect(byWorker.length).toBeGreaterThan(0)
    expect(byWorker).toEqual(interviews.filter(({ interview }) => interview.knownAdult))
  })
})
