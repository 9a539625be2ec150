/** The crash test can fail: each kind of damage is found, and named. */
import { addHours, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { JournalEntry } from "@safe-return/journal"
import { describe, expect, test } from "vitest"
import type { AcknowledgedStep } from "../../trials/crash/AcknowledgedStep.ts"
import { findingsIn, isClean } from "../../trials/crash/findings.ts"
import type { PostedMessage } from "../endToEnd/postedMessages.ts"

const CHILD = "LCS-70001"
const monday = utc(2026, 11, 2, 9)
const episodeId = EpisodeId.make("episode-1")

const entry = (version: number, event: JournalEntry["recorded"]["event"]): JournalEntry => ({
  id: EventId.make(`event-${version}`),
  child: ChildReference.make(CHILD),
  version,
  position: version,
  recorded: { recordedAt: monday, recordedBy: PersonId.make("U0POLICE"), event }
})

const opened = entry(1, {
  _tag: "EpisodeOpened",
  episodeId,
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: monday,
  reportedAt: monday,
  notifiedAt: monday,
  policy: rotherham
})
const returned = entry(2, { _tag: "ChildReturned", episodeId, returnedAt: monday })
const entries = [opened, returned]

const bot = { about: CHILD, at: monday }
const card: PostedMessage = { ...bot, channel: "C1", ts: "1", key: "card:episode-1", text: `${CHILD} · Missing` }
const line: PostedMessage = {
  ...bot,
  channel: "C1",
  ts: "2",
  threadTs: "1",
  key: "timeline:2",
  text: "*Returned* Monday"
}
const overdue: PostedMessage = {
  ...bot,
  channel: "C1",
  ts: "3",
  key: "reminder:breach",
  text: `${CHILD} · Interview overdue`
}
const posted = [card, line, overdue]

const acknowledged: ReadonlyArray<AcknowledgedStep> = [
  { child: CHILD, stage: "missing" },
  { child: CHILD, stage: "returned" }
]

const muchLater = addHours(monday, 100)

describe("what a crash leaves behind", () => {
  test("nothing is found where everything was kept and said once", () => {
    expect(isClean(findingsIn(acknowledged, entries, posted, muchLater))).toBe(true)
  })

  test("an acknowledged deed that is not in the journal", () => {
    expect(findingsIn(acknowledged, [opened], posted, muchLater).eventsLost).toEqual([`${CHILD}: returned`])
  })

  test.each([
    ["the card", [line, overdue], "EpisodeOpened"],
    ["the line in its thread", [card, overdue], "ChildReturned"],
    ["the overdue interview", [card, line], "ChildReturned"]
  ])("nobody was told: %s", (_, shown, event) => {
    const { alertsLost } = findingsIn(acknowledged, entries, shown, muchLater)
    expect(alertsLost).toContain(`${CHILD}: nobody was told of ${event}`)
  })

  test("of several children in one message, each is told of", () => {
    const list = { ...overdue, about: "team", key: "list", text: `LCS-70002, ${CHILD}: interviews overdue` }
    expect(isClean(findingsIn(acknowledged, entries, [card, line, list], muchLater))).toBe(true)
  })

  test("what is not yet overdue need not be said", () => {
    expect(isClean(findingsIn(acknowledged, entries, [card, line], addHours(monday, 71)))).toBe(true)
  })

  test("one message posted twice", () => {
    const again = { ...overdue, ts: "4" }
    expect(findingsIn(acknowledged, entries, [...posted, again], muchLater).postedTwice).toEqual([
      `${CHILD}: reminder:breach in C1`
    ])
  })

  test("what says of itself that it may come again is counted apart, and its repeat is none unsaid", () => {
    const words = "May have been sent before: it could not be recorded."
    const marked = { ...overdue, ts: "4", text: `${overdue.text} ${words}` }
    const found = findingsIn(acknowledged, entries, [...posted, marked], muchLater)
    expect(found).toMatchObject({ postedTwice: [], marked: 1 })
    const unsaid = { ...overdue, ts: "5" }
    expect(findingsIn(acknowledged, entries, [...posted, marked, unsaid], muchLater).postedTwice).toHaveLength(1)
  })

  test("one deed recorded twice", () => {
    const again = { ...returned, version: 3, position: 3, id: EventId.make("event-3") }
    expect(findingsIn(acknowledged, [...entries, again], posted, muchLater).recordedTwice).toEqual([
      `${CHILD} ChildReturned`
    ])
  })
})
