/** Whether an interview still counts whose child was missing after all: who is asked, and how often. */

import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewer,
  missing,
  notified,
  offered,
  returned,
  type Told
} from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { cancellationRequests, reportRequests } from "../../src/owed/decisionRequests.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")

/** The police report the same disappearance once more, though the child was back. */
const sentAgain = (hours: number): Told =>
  notified(at(hours), {
    kind: "missing",
    absence: "missing",
    missingFrom: "care",
    risk: "high",
    missingAt: at(0),
    reportedAt: at(0.5)
  })

const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } }

const owed = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = []) => {
  const snapshot = caseSnapshot(told, { delivered: sentUnder(sent), there, now: at(60) })
  const all = owedMessages(snapshot)
  const last = snapshot.entries.findLast(({ recorded: { event } }) => event._tag === "MissingAfterAll")?.version
  return { last, all: all.filter(({ key }) => /^interview-(in-question|off):/.test(key)) }
}

const story = [missing(), returned(6), assigned(7), completed(8), sentAgain(9)]

it("a co-ordinator is asked once what becomes of the interview, and its interviewer is told", () => {
  const { all, last } = owed(story)
  expect(all.map(({ key }) => key)).toEqual([
    `interview-in-question:${last}:${episodeId}:${coordinator}`,
    `interview-off:${last}:${episodeId}:${interviewer}`
  ])
})

it("a child who is missing after all twice leaves one question open, and the earlier settled", () => {
  const again = [...story, returned(20), sentAgain(22)]
  const first = owed(story).all.find(({ key }) => key.startsWith("interview-in-question:"))
  const { all, last } = owed(again, [String(first?.key)])
  const asked = all.filter(({ key }) => key.startsWith("interview-in-question:"))
  expect(asked.map(({ key }) => key)).toEqual([first?.key, `interview-in-question:${last}:${episodeId}:${coordinator}`])
  expect(asked.map(({ message }) => message()._tag)).toEqual(["InterviewSettled", "InterviewQuestion"])
})

it("an interviewer who held it without having been given it is told as well", () => {
  const { all } = owed([missing(), returned(6), offered(7), completed(8), sentAgain(9)])
  expect(all.filter(({ key }) => key.endsWith(interviewer)).map(({ key }) => key.split(":")[0])).toEqual([
    "interview-off"
  ])
})

const cancelledByPolice = notified(at(8), { kind: "cancelled", reason: "Reported twice." })

const cancellation = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = [], announceFrom = at(-100)) =>
  cancellationRequests(caseSnapshot(told, { delivered: sentUnder(sent), there, announceFrom, now: at(60) }))

it("a co-ordinator is asked about the cancellation of a child who is back until it is decided", () => {
  const questioned = [missing(), returned(6), cancelledByPolice]
  const [asked, ...more] = cancellation(questioned)
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    place: { _tag: "Person", person: coordinator },
    urgency: "required",
    keptCurrent: true
  })
  expect(asked?.message()).toMatchObject({ _tag: "CancellationQuestion", child, sentAt: at(8) })
  const taken: ReadonlyArray<Told> = [
    { by: interviewer, now: at(9), command: { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" } },
    { by: interviewer, now: at(10), command: { _tag: "ReopenEpisode", episodeId, reason: "closed-in-error" } }
  ]
  for (const [told, by] of [
    [taken.slice(0, 1), "EpisodeCancelled"],
    [taken, "EpisodeReopened"]
  ] as const) {
    const [over] = cancellation([...questioned, ...told], [String(asked?.key)])
    expect(over?.message()).toMatchObject({ _tag: "CancellationSettled", settled: { _tag: by } })
  }
  const kept: Told = { by: interviewer, now: at(9), command: { _tag: "DeclineCancellation", episodeId } }
  expect(cancellation([...questioned, kept])).toEqual([])
  const [settled] = cancellation([...questioned, kept], [String(asked?.key)])
  expect(settled?.message()).toMatchObject({
    _tag: "CancellationSettled",
    settled: { _tag: "CancellationDeclined", by: interviewer, at: at(9) }
  })
})

it("a co-ordinator reads that the report was cancelled until a find was told", () => {
  const undone = [missing(), cancelledByPolice, notified(at(9), { kind: "found", foundAt: at(7) })]
  expect(cancellation(undone).map(({ message }) => message())).toMatchObject([{ wasCancelled: true }])
  const [questioned] = cancellation([missing(), returned(6), cancelledByPolice])
  expect(questioned?.message()).not.toHaveProperty("wasCancelled")
})

it("a co-ordinator is not asked about a cancellation from before the bot began to announce", () => {
  const questioned = [missing(), returned(6), cancelledByPolice]
  expect(cancellation(questioned, [], at(8))).toHaveLength(1)
  expect(cancellation(questioned, [], at(8.1))).toEqual([])
})

/** The police tell of a find first, at a time before the report says that the child was last seen. */
const foundTooEarly = notified(at(1), { kind: "found", foundAt: at(-2) })
const contradicted: ReadonlyArray<Told> = [foundTooEarly, missing(0)]
const byManager = (hours: number, command: Told["command"]): Told => ({ by: interviewer, now: at(hours), command })

const reports = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = []) =>
  reportRequests(caseSnapshot(told, { delivered: sentUnder(sent), there, now: at(60) }))

it("a co-ordinator is asked about a find that does not fit its report until it is decided", () => {
  const [asked, ...more] = reports(contradicted)
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    place: { _tag: "Person", person: coordinator },
    urgency: "required",
    keptCurrent: true
  })
  expect(asked?.message()).toMatchObject({ _tag: "ReportQuestion", child })
  const key = String(asked?.key)
  for (const [command, settled] of [
    [{ _tag: "DeclineReport", episodeId }, "AsRecorded"],
    [{ _tag: "RecordFound", episodeId, foundAt: at(8) }, "PutRight"]
  ] as const) {
    const after = [...contradicted, byManager(9, command)]
    expect(reports(after)).toEqual([])
    expect(reports(after, [key])[0]?.message()).toMatchObject({
      _tag: "ReportSettled",
      settled: { _tag: settled, by: interviewer, at: at(9) }
    })
  }
})

it("more that does not fit is asked in one later message, and the earlier one says so", () => {
  const first = String(reports(contradicted)[0]?.key)
  const again = [...contradicted, notified(at(3), { kind: "returned", returnedAt: at(-1) }, { reference: "B-2" })]
  const joined = [...again, missing(0, { reference: "B-2" })]
  expect(reports(joined, [first]).map(({ message }) => message())).toMatchObject([
    { _tag: "ReportSettled", settled: { _tag: "AskedLater" } },
    { _tag: "ReportQuestion" }
  ])
})

it("a co-ordinator is asked about a return that the police tell hours after ours", () => {
  const told = [missing(), returned(4), notified(at(13), { kind: "returned", returnedAt: at(12) })]
  const asked = reportRequests(caseSnapshot(told, { there, now: at(13) }))
  expect(asked.map(({ place, message }) => [place, message()._tag])).toEqual([
    [{ _tag: "Person", person: coordinator }, "ReportQuestion"]
  ])
  const kept: Told = { by: coordinator, now: at(14), command: { _tag: "DeclineReport", episodeId } }
  expect(reportRequests(caseSnapshot([...told, kept], { there, now: at(14) }))).toEqual([])
})
