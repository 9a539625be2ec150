import { Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EventId, PersonId, type RecordedEvent } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { Delivery, JournalEntry } from "@safe-return/journal"
import { describe, expect, test } from "vitest"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"
import { educationMessage, happenedIn } from "../../src/happened/happened.ts"
import { latestMoment } from "../../src/happened/latestMoment.ts"
import { type CaseRecord, momentOfDelivery, momentOfEntry } from "../../src/happened/moment.ts"

const endsAt = utc(2026, 11, 16, 9, 0)
const caseload = [
  ...syntheticCaseload({
    size: "rotherham",
    seed: 2024,
    endsAt,
    policy: rotherham,
    open: "one-of-each-task"
  })
]

const recordOf = (
  child: Pick<(typeof caseload)[number], "child" | "events">,
  delivered: ReadonlyArray<Delivery> = []
): CaseRecord => ({
  child: child.child,
  entries: child.events.map(
    ({ id, recorded }, index): JournalEntry => ({
      id,
      child: child.child,
      version: index + 1,
      position: index + 1,
      recorded
    })
  ),
  delivered: new Map(delivered.map((delivery) => [delivery.key, delivery]))
})

const has = (tag: RecordedEvent["event"]["_tag"]) => (entry: JournalEntry) => entry.recorded.event._tag === tag

/** A child whose one episode went the whole way, so that every kind of event is there. */
const whole = caseload
  .map((child) => recordOf(child))
  .find(({ entries }) => entries.some(has("InterviewCompleted")) && entries.some(has("ChildReturned")))
if (whole === undefined) throw new Error("the caseload has no completed interview")

const entryOf = (record: CaseRecord, tag: RecordedEvent["event"]["_tag"]): JournalEntry => {
  const entry = record.entries.find(has(tag))
  if (entry === undefined) throw new Error(`no ${tag}`)
  return entry
}

const nameOf = (channel: string) => (channel === "C1" ? "# missing" : channel)
const sent = (key: string, sentAt: number): Delivery => ({
  _tag: "Sent",
  key,
  channel: "C1",
  ts: "1.1",
  fingerprint: "f",
  sentAt: Instant(sentAt)
})

describe("what just happened", () => {
  test("a return starts the deadlines, which are counted day by day with what is skipped", () => {
    const { deadlines, events } = happenedIn(momentOfEntry(whole, entryOf(whole, "ChildReturned")), nameOf)
    expect(deadlines?.isChanged).toBe(true)
    expect(deadlines?.startedBy).toMatch(/^Counted from the return, /)
    expect(deadlines?.days.filter(({ isCounted }) => isCounted).map(({ words }) => words)).toEqual([
      "working day 1",
      "working day 2",
      "working day 3"
    ])
    for (const { isCounted, words } of deadlines?.days ?? []) {
      if (!isCounted) expect(words).toMatch(/^not counted: \S/)
    }
    expect(events.filter(({ isNew }) => isNew).map(({ words }) => words)[0]).toMatch(/^\*Returned\*/)
  })

  test("an assignment leaves the deadlines as they are and says so", () => {
    const { deadlines } = happenedIn(momentOfEntry(whole, entryOf(whole, "InterviewAssigned")), nameOf)
    expect(deadlines).toMatchObject({ isChanged: false, before: [] })
  })

  test("a notification is named with what it led to, without a deadline while a child is missing", () => {
    const moment = momentOfEntry(whole, entryOf(whole, "EpisodeOpened"))
    const { events, noDeadlines, deadlines } = happenedIn(moment, nameOf)
    expect(deadlines).toBeUndefined()
    expect(noDeadlines).toContain("when the child is back")
    expect(events.map(({ words }) => words.split("*")[1])).toEqual(["Notification received:", "Reported missing."])
  })

  test("nothing that came later is told of", () => {
    const found = happenedIn(momentOfEntry(whole, entryOf(whole, "ChildFound")), nameOf)
    expect(found.events.some(({ words }) => words.includes("*Returned*"))).toBe(false)
    expect(found.title).toContain("Found, return not recorded")
  })

  test("a reminder is explained by the time that was reached, not by an event", () => {
    const returned = entryOf(whole, "ChildReturned")
    const at = returned.recorded.recordedAt + 48 * 3_600_000
    const { event } = returned.recorded
    if (event._tag !== "ChildReturned") throw new Error("not a return")
    const key = `reminder:${event.episodeId}:24h:${at}`
    const upToReturn: CaseRecord = { ...whole, entries: whole.entries.slice(0, returned.version) }
    const moment = momentOfDelivery(upToReturn, sent(key, at))
    if (moment === undefined) throw new Error("no moment")
    const told = happenedIn(
      { ...moment, record: { ...upToReturn, delivered: new Map([[key, sent(key, at)]]) } },
      nameOf
    )
    expect(told.why).toContain("Nothing new was recorded")
    expect(told.events.every(({ isNew }) => !isNew)).toBe(true)
    expect(told.deadlines?.isChanged).toBe(false)
    expect(told.delivered).toMatchObject([{ what: "Reminder", to: "# missing", outcome: "sent" }])
  })

  test("a message about education is explained as one, and not as a reply", () => {
    expect(educationMessage("education-card:CME-1")?.why).toContain("The card of a case")
    expect(educationMessage("cme:2026-11-17:U0EDUCATION1")?.why).toContain("Sent on the morning of a working day")
    expect(educationMessage("card:E1")).toBeUndefined()
  })

  test("only messages owed because of the moment are listed, waiting ones too", () => {
    const assigned = entryOf(whole, "InterviewAssigned")
    const { event, recordedAt } = assigned.recorded
    if (event._tag !== "InterviewAssigned") throw new Error("not an assignment")
    const waiting: Delivery = {
      _tag: "Claimed",
      key: `interviewer-alert:${assigned.version}`,
      channel: "D1",
      claimedAt: recordedAt
    }
    const other = sent(`timeline:${assigned.version - 1}`, recordedAt - 60_000)
    const record = { ...whole, delivered: new Map([waiting, other].map((each) => [each.key, each])) }
    const { delivered } = happenedIn(momentOfEntry(record, assigned), nameOf)
    expect(delivered.map(({ key, outcome }) => [key, outcome])).toEqual([[waiting.key, "waiting"]])
  })

  test("a repeat is explained with its evidence and its source", () => {
    const records = caseload.map((child) => recordOf(child))
    const triggers = records.flatMap((record) =>
      record.entries
        .filter(has("EpisodeOpened"))
        .flatMap((entry) => happenedIn(momentOfEntry(record, entry), nameOf).triggers)
        .filter(({ isNew, key }) => isNew && key.startsWith("repeat-episodes"))
    )
    const [repeat] = triggers
    expect(repeat?.evidence.length).toBeGreaterThanOrEqual(3)
    expect(repeat?.source).toMatch(/\S/)
    expect(repeat?.because).toMatch(/\S/)
  })

  test("the latest is the newest event of all children, unless a reminder came after it", () => {
    const other = recordOf({
      child: ChildReference.make("LCS-70001"),
      events: whole.entries.slice(0, 2).map(({ recorded }, index) => ({
        id: EventId.make(`later-${index}`),
        recorded: { ...recorded, recordedBy: PersonId.make("police-intake") }
      }))
    })
    const newer = { ...other, entries: other.entries.map((entry) => ({ ...entry, position: entry.position + 1_000 })) }
    expect(latestMoment([whole, newer])?.record.child).toBe("LCS-70001")

    const key = `reminder:${whole.entries.length > 0 ? "some-episode" : ""}:24h:1`
    const reminded = { ...whole, delivered: new Map([[key, sent(key, endsAt)]]) }
    expect(latestMoment([reminded, newer])?.key).toBe(key)
    expect(latestMoment([])).toBeUndefined()
  })
})
