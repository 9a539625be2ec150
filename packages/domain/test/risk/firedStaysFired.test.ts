import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addHours, calendars, civilDay, type Instant } from "../../src/calendar/index.ts"
import {
  type ChildState,
  emptyChildState,
  evolve,
  type PathwayEvent,
  type RecordedEvent
} from "../../src/pathway/index.ts"
import { type ChildFacts, type Firing, isPartOf, triggersFired, triggersUnmade } from "../../src/risk/index.ts"
import { HISTORY_NOW, recordedBy, streams } from "../pathway/arbitraries.ts"
import { histories } from "../pathway/histories.ts"
import { everyRule } from "./arbitraryRecord.ts"

const facts: ChildFacts = {
  bornOn: civilDay(2020, 1, 25),
  caseStatus: "looked-after",
  placedOutOfArea: true,
  hasNoPlan: true
}

const corrections: ReadonlyArray<PathwayEvent["_tag"]> = [
  "EpisodeCorrected",
  "InterviewCorrected",
  "InterviewFactWithdrawn",
  "InterviewNarrowed",
  "EpisodeCancelled",
  "EpisodesMerged",
  "EpisodesSeparated",
  "DeathTakenBack",
  "EndRevised",
  "MissingAfterAll",
  "PlacementRecorded"
]

/** A death asks for nothing more, so that nothing is new after it: what was met before it is another property. */
const isOfDeath = ({ event }: RecordedEvent) => event._tag.includes("Death") || event._tag === "ChildDied"

/** When a child was last seen, told again, puts right what was told before. */
const isCorrection = (event: PathwayEvent): boolean =>
  corrections.includes(event._tag) || (event._tag === "EpisodeUpdated" && event.missingAt !== undefined)

const ownTimes = ["foundAt", "returnedAt", "closedAt", "transferredAt", "offeredAt", "completedAt"]

/** They may put an episode under an interview that was offered or held before, or between two others. */
const covering: ReadonlyArray<PathwayEvent["_tag"]> = [
  "HistoryImported",
  "EpisodeOpened",
  "InterviewAssigned",
  "InterviewExtended",
  "InterviewsJoined"
]

/** What had happened before it was recorded may refute what was met meanwhile. */
const isToldLate = ({ event, recordedAt }: RecordedEvent): boolean =>
  covering.includes(event._tag) ||
  Object.entries(event).some(([name, time]) => ownTimes.includes(name) && typeof time === "number" && time < recordedAt)

const judged = (event: PathwayEvent): PathwayEvent =>
  event._tag === "EpisodeOpened" ? { ...event, policy: everyRule } : event

/** The events, one after another with some hours between them, under a policy of every rule. */
const inTime = (events: fc.Arbitrary<ReadonlyArray<RecordedEvent>>) =>
  fc.tuple(events, fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 20 })).map(([all, gaps]) => {
    let recordedAt: Instant = HISTORY_NOW
    return all
      .filter((one) => !isOfDeath(one))
      .map(({ event }, index): RecordedEvent => {
        recordedAt = addHours(recordedAt, gaps[index % gaps.length] ?? 0)
        return { recordedAt, recordedBy, event: judged(event) }
      })
  })

const at = (state: ChildState, now: Instant): ReadonlyArray<Firing> => triggersFired(state, { calendars, now, facts })

const allKeys = (firings: ReadonlyArray<Firing>): ReadonlySet<string> =>
  new Set(firings.flatMap(({ key, formerKeys = [] }) => [key, ...formerKeys]))

/** A cancellation that is taken back was not right. */
const cancelledIn = ({ episodes }: ChildState) => episodes.filter(({ progress }) => progress._tag === "Cancelled")

/** History may be imported otherwise, or turn out to be on record: what rests on it goes with it. */
const isOnOwnRecord = ({ episodes }: ChildState, { episodeIds }: Firing): boolean =>
  episodeIds.every((one) => episodes.some(({ id }) => id === one))

/** Every key that fired is found at each later moment, until a correction; then it stands or is said not to. */
const staysFired = (recorded: ReadonlyArray<RecordedEvent>) => {
  let state = emptyChildState
  let known: ReadonlyMap<string, Firing> = new Map()
  for (const [index, one] of recorded.entries()) {
    // What was never met with the history as it was is not said of each time that it is imported otherwise.
    const isImportedAgain = one.event._tag === "HistoryImported" && state.imported !== undefined
    const before = isImportedAgain ? new Map<string, Firing>() : known
    const cancelled = cancelledIn(state)
    state = evolve(state, one)
    const isReinstated = cancelledIn(state).length < cancelled.length
    const until = recorded[index + 1]?.recordedAt ?? addHours(one.recordedAt, 500)
    const [now, then] = [at(state, one.recordedAt), at(state, until)]
    const [nowKeys, thenKeys] = [allKeys(now), allKeys(then)]
    for (const key of nowKeys) expect(thenKeys).toContain(key)
    if (isReinstated || isCorrection(one.event) || isToldLate(one)) {
      const context = { calendars, now: one.recordedAt, facts }
      const unmade = new Set(triggersUnmade(state, context).map(({ key }) => key))
      for (const [key, firing] of before) {
        const isSaid = nowKeys.has(key) || unmade.has(key) || now.some((whole) => isPartOf(firing, whole))
        expect(isSaid, `${key} is neither standing nor said to be unmade`).toBe(true)
      }
    } else {
      for (const key of before.keys()) expect(nowKeys).toContain(key)
    }
    known = new Map(
      then
        .filter((firing) => isOnOwnRecord(state, firing))
        .flatMap((firing) => [firing.key, ...(firing.formerKeys ?? [])].map((key) => [key, firing]))
    )
  }
}

describe("a trigger that fired", () => {
  it("stays in any history until its evidence is put right, which is said", () => {
    fc.assert(fc.property(inTime(histories.map(({ recorded }) => recorded)), staysFired), { numRuns: 300 })
  })

  it("stays in any order of events until its evidence is put right, which is said", () => {
    fc.assert(fc.property(inTime(streams), staysFired), { numRuns: 300 })
  })
})
