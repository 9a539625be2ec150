import {
  assigned,
  at,
  episodeId,
  interviewer,
  interviewId,
  manager,
  missing,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const plain = makePlainTextRenderer((person) => person)

const alertsOf = (...told: ReadonlyArray<Told>) => {
  return owedMessages(caseSnapshot(told)).filter(({ key }) => key.startsWith("interviewer-alert:"))
}

it("an interviewer who could not be told in between reads the last plan only", () => {
  const planned = (hours: number, plannedFor: number) => ({
    by: manager,
    now: at(hours),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer,
      knownAdult: false,
      isInterviewer: true,
      plannedFor: at(plannedFor)
    } as const
  })
  const alerts = alertsOf(missing(), returned(6), assigned(7), planned(8, 30), planned(9, 40))
  expect(alerts).toHaveLength(1)
  expect(alerts[0]?.message()).toMatchObject({ _tag: "InterviewAssignment", interviewer, plannedFor: at(40) })
})

it("an interview of two episodes stays its interviewer's until both are cancelled", () => {
  const second = { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }
  const covered: Told = {
    by: manager,
    now: at(13),
    command: { _tag: "ExtendInterview", episodeId, alsoCovers: [second.id] }
  }
  const inError = (hours: number, id = episodeId): Told => ({
    by: manager,
    now: at(hours),
    command: { _tag: "CancelEpisode", episodeId: id, reason: "recorded-in-error" }
  })
  const told = [missing(), returned(6), assigned(7), missing(8, second), returned(12, second.id), covered]
  const [alert, ...more] = alertsOf(...told, inError(20))
  expect(more).toEqual([])
  // By the deadline of the return it is still owed for.
  expect(alert?.message()).toMatchObject({ _tag: "InterviewAssignment", episode: { id: second.id } })
  expect(alertsOf(...told, inError(20), inError(21, second.id))).toEqual([])
})

it("an interviewer of two episodes reads by when the first of them is due", () => {
  const second = { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }
  const both: Told = {
    by: manager,
    now: at(30),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      episodeId: second.id,
      alsoCovers: [episodeId],
      interviewer,
      knownAdult: false,
      isInterviewer: true
    }
  }
  const [alert] = alertsOf(missing(), returned(6), missing(10, second), returned(20, second.id), both)
  expect(alert?.message()).toMatchObject({ _tag: "InterviewAssignment", episode: { id: episodeId } })
})

it("an interviewer who is given it late reads one message, with what fell due before", () => {
  const other = PersonId.make("U0OTHER")
  const toOther: Told = {
    by: manager,
    now: at(82),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer: other,
      knownAdult: false,
      isInterviewer: true
    }
  }
  const readAt = (now: number, ...more: ReadonlyArray<Told>) =>
    owedMessages(caseSnapshot([missing(), returned(6), ...more], { now: at(now) })).filter(
      ({ place }) => place._tag === "Person" && [interviewer, other].includes(place.person)
    )
  const wordsAt = (now: number, ...more: ReadonlyArray<Told>) =>
    readAt(now, ...more).map(({ message }) => plain.render(message()).lines.join("\n"))

  const [inTime, ...more] = wordsAt(56, assigned(56))
  expect(more).toEqual([])
  expect(inTime).toContain("Return home interview (due Fri 27 Nov, 00:00)")
  expect(inTime).not.toContain("overdue")
  const [late, ...others] = wordsAt(80, assigned(80))
  expect(others).toEqual([])
  expect(late).toContain("Return home interview (overdue since Fri 27 Nov, 00:00)")
  expect(late).toContain("The 72 hours were over when you were given it")
  // Given on to another: they read no reminder of before either, and what comes later reaches both kinds of reader.
  expect(readAt(82, assigned(80), toOther).filter(({ key }) => key.startsWith("reminder:"))).toEqual([])
  expect(readAt(75, assigned(56)).some(({ key }) => key.includes(":4h:"))).toBe(true)
  expect(readAt(79, assigned(75)).some(({ key }) => key.includes(":breach:"))).toBe(true)
})

it("an interviewer's message follows the offer: what is offered is not asked for again", () => {
  const offered: Told = {
    by: interviewer,
    now: at(9),
    command: {
      _tag: "LogInterview",
      newInterviewId: interviewId,
      isInterviewer: true,
      episodeId,
      offeredAt: at(9),
      response: "no-answer"
    }
  }
  const wordsOf = (...told: ReadonlyArray<Told>) => {
    const [alert, ...more] = alertsOf(...told)
    if (alert === undefined) throw new Error("nobody is asked")
    expect(more).toEqual([])
    expect(alert.keptCurrent).toBe(true)
    return plain.render(alert.message()).lines.join("\n")
  }
  expect(wordsOf(missing(), returned(6), assigned(7))).toContain(": offer the interview, choose a place")
  const after = wordsOf(missing(), returned(6), assigned(7), offered)
  expect(after).toContain("carry out the interview, which is offered, then log it")
  expect(after).not.toContain("offer the interview,")
})

it("a worker the child asked for may do with the interview what its message offers", () => {
  const asked: Told = {
    by: manager,
    now: at(7),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer: worker,
      isInterviewer: false,
      knownAdult: true
    }
  }
  const there = {
    ...emptyRoster,
    beside: { mash: [], worker: [worker, PersonId.make("U0WORKER2")], interviewer: [interviewer] }
  }
  const owed = owedMessages({ ...caseSnapshot([missing(), returned(6), asked]), there })
  const alert = owed.find(({ key }) => key.startsWith("interviewer-alert:"))?.message()
  expect(alert?.readerMay).toContain("log-interview")
  expect(alert?.readerMay).toContain("take-off-interview")
})

it("an interviewer whose plan a corrected return made late is told again, once", () => {
  const planned: Told = { ...assigned(7), command: { ...assigned(7).command, plannedFor: at(77) } as Told["command"] }
  const corrected = (hours: number, returnedAt: number): Told => ({
    by: manager,
    now: at(hours),
    command: { _tag: "CorrectEpisode", episodeId, reason: "mistyped", returnedAt: at(returnedAt) }
  })
  const keys = (...more: ReadonlyArray<Told>) =>
    owedMessages(caseSnapshot([missing(), returned(6), planned, ...more], { now: at(20) }))
      .map(({ key }) => key)
      .filter((key) => key.startsWith("interviewer-alert:"))
  const [first, ...others] = keys()
  expect(others).toEqual([])
  expect(keys(corrected(9, 5.5))).toEqual([first])
  expect(keys(corrected(9, 4))).toEqual([`${first}:5:${interviewer}`])
  expect(keys(corrected(9, 4), corrected(10, 3))).toEqual([`${first}:5:${interviewer}`])
})
