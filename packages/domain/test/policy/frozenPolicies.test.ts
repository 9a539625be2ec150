import { readFileSync } from "node:fs"
import { Option, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { calendars, formatInstant } from "../../src/calendar/index.ts"
import { clocksOf } from "../../src/deadlines/index.ts"
import { emptyChildState, evolve, RecordedEvent } from "../../src/pathway/index.ts"
import { Policy, rotherham } from "../../src/policy/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { at, MUCH_LATER } from "../risk/madeUpRecord.ts"

/** The policy as journals of 22 November 2026 hold it, frozen onto every episode: before there were `triggers`. */
const frozen: unknown = JSON.parse(
  readFileSync(new URL("./fixtures/rotherham-2026-11-22.json", import.meta.url), "utf8")
)

const opened = (nth: number, hours: number) => ({
  recordedAt: formatInstant(at(hours)),
  recordedBy: "police-intake",
  event: {
    _tag: "EpisodeOpened",
    episodeId: `episode-${nth}`,
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt: formatInstant(at(hours)),
    reportedAt: formatInstant(at(hours)),
    notifiedAt: formatInstant(at(hours)),
    policy: frozen
  }
})

const returned = {
  recordedAt: formatInstant(at(10)),
  recordedBy: "police-intake",
  event: { _tag: "ChildReturned", episodeId: "episode-1", returnedAt: formatInstant(at(10)) }
}

/** With the word alone where it now stands beside its source. */
const bareCalendar = (entry: unknown): unknown =>
  JSON.parse(JSON.stringify(entry, (key, value) => (key === "calendar" ? value.value : value)))

const history = [opened(1, 0), returned, opened(2, 100), opened(3, 200)]

describe("a journal written before policies had a list of triggers", () => {
  const read = history.map((line) => Schema.decodeUnknownSync(RecordedEvent)(line))
  const state = read.reduce(evolve, emptyChildState)

  it("is readable, and loses nothing when it is written again", () => {
    const written = read.map((entry) => Schema.encodeSync(RecordedEvent)(entry))
    const again = Schema.decodeUnknownSync(Schema.Array(RecordedEvent))(written)
    expect(again).toEqual(read)
    expect(written.map(bareCalendar)).toMatchObject(history)
    expect(Schema.decodeUnknownSync(Policy)(frozen).interview).toMatchObject({
      anchor: { value: rotherham.interview.anchor.value, verified: false },
      calendar: { value: "england-and-wales", source: expect.stringMatching(/^Our reading: /), verified: false }
    })
  })

  it("has the deadlines it had", () => {
    const [first] = state.episodes
    if (first === undefined) throw new Error("nothing was read")
    const clocks = Option.getOrThrow(clocksOf(first, calendars))
    expect([formatInstant(clocks.elapsedClock.dueAt), formatInstant(clocks.workingDayClock.dueAt)]).toEqual([
      "2026-11-19T18:00:00.000Z",
      "2026-11-20T00:00:00.000Z"
    ])
  })

  it("fires its one repeat rule under its old key, and no rule it did not have", () => {
    expect(triggersFired(state, { calendars, now: MUCH_LATER })).toMatchObject([
      {
        key: "repeat-episodes:episode-1+episode-2+episode-3",
        because: "3 missing episodes in 30 days.",
        level: "consider",
        verified: false
      }
    ])
  })
})
