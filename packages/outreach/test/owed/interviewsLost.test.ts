import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewer,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const another = PersonId.make("U0INTERVIEWER2")

const lostOf = (...told: ReadonlyArray<Told>) => {
  return owedMessages(caseSnapshot(told)).filter(({ key }) => key.startsWith("interview-lost:"))
}

const coordinator = PersonId.make("U0COORDINATOR")
const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } }

const givenUpOf = (...told: ReadonlyArray<Told>) =>
  owedMessages(caseSnapshot(told, { there })).filter(({ key }) => key.startsWith("interview-given-up:"))

const given = (hours: number, to: PersonId, by = manager): Told => ({
  by,
  now: at(hours),
  command: {
    _tag: "AssignInterview",
    newInterviewId: interviewId,
    episodeId,
    interviewer: to,
    knownAdult: false,
    isInterviewer: true
  }
})

const takenOff = (hours: number, by = manager): Told => ({
  by,
  now: at(hours),
  command: { _tag: "UnassignInterview", episodeId, reason: "interviewer-unavailable" }
})

const lostBy = { _tag: "InterviewLost", child, interviewer }

const theirs = [missing(), returned(6), assigned(7)]

it("an interviewer who is taken off an interview is told, and that it waits to be assigned", () => {
  const [lost, ...more] = lostOf(...theirs, takenOff(8))
  expect(more).toEqual([])
  expect(lost?.place).toEqual({ _tag: "Person", person: interviewer })
  expect(lost?.message()).toEqual({
    ...lostBy,
    lostAt: at(8),
    outcome: { _tag: "InterviewWith", interviewer: undefined }
  })
})

it("an interviewer whose interview is given to another is told who has it", () => {
  const [lost] = lostOf(...theirs, given(8, another))
  expect(lost?.place).toEqual({ _tag: "Person", person: interviewer })
  expect(lost?.message()).toEqual({
    ...lostBy,
    lostAt: at(8),
    outcome: { _tag: "InterviewWith", interviewer: another }
  })
})

it("an interviewer who has it again, or gave it up themselves, is told nothing", () => {
  expect(lostOf(...theirs, takenOff(8), given(9, interviewer))).toEqual([])
  expect(lostOf(...theirs, takenOff(8, interviewer))).toEqual([])
})

it("a cover who gets the interview of a person away does not read that it is no longer theirs", () => {
  const away: Roster = {
    ...emptyRoster,
    acting: (person) =>
      person === interviewer
        ? { _tag: "Cover", person: another, away: { from: 20_000 as never, for: "leave" } }
        : { _tag: "Themselves" }
  }
  const readersOf = (to: PersonId) =>
    owedMessages(caseSnapshot([...theirs, given(8, to)], { there: away }))
      .filter(({ key }) => key.startsWith("interview-lost:"))
      .map(({ place }) => place)
  expect(readersOf(another)).toEqual([{ _tag: "Person", person: interviewer }])
  const third = PersonId.make("U0INTERVIEWER3")
  expect(readersOf(third)).toContainEqual({ _tag: "Person", person: another })
})

it("an interviewer who got a lost interview back and held it is not told it is not theirs", () => {
  const off = [...theirs, takenOff(8)]
  const sent = sentUnder(lostOf(...off).map(({ key }) => key))
  expect(sent.size).toBe(1)
  const history = [...off, given(9, interviewer), offered(10), completed(28)]
  for (const told of [history.slice(0, 5), history]) {
    const [over, ...more] = owedMessages(caseSnapshot(told, { delivered: sent })).filter(({ key }) => sent.has(key))
    expect(more).toEqual([])
    expect(over?.message()._tag).toBe("RequestOver")
  }
})

it("an interviewer is told that an interview went with its episode, and what of their plan", () => {
  const planned: Told = {
    by: manager,
    now: at(7),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      episodeId,
      interviewer,
      knownAdult: false,
      isInterviewer: true,
      plannedFor: at(30)
    }
  }
  const cancelled: Told = {
    by: manager,
    now: at(8),
    command: { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }
  }
  const [lost, ...more] = lostOf(missing(), returned(6), planned, cancelled)
  expect(more).toEqual([])
  expect(lost?.message()).toEqual({
    ...lostBy,
    lostAt: at(8),
    outcome: { _tag: "Cancelled" },
    plan: { at: at(30), isCarried: false }
  })
  const [toAnother] = lostOf(missing(), returned(6), planned, given(8, another))
  expect(toAnother?.message()).toMatchObject({ plan: { at: at(30), isCarried: false } })
  const carried: Told = {
    ...planned,
    now: at(8),
    command: { ...planned.command, interviewer: another } as Told["command"]
  }
  const [withPlan] = lostOf(missing(), returned(6), planned, carried)
  expect(withPlan?.message()).toMatchObject({ plan: { at: at(30), isCarried: true } })
})

it("an interviewer is told when another held their interview, and not when they did", () => {
  const held = (by: PersonId): Told => ({
    by,
    now: at(9),
    command: {
      _tag: "LogInterview",
      newInterviewId: interviewId,
      offeredAt: at(8),
      response: "accepted",
      completed: {
        completedAt: at(9),
        interviewer: by,
        venue: "school",
        harmDisclosed: "no",
        exploitation: [],
        followUp: []
      },
      isInterviewer: true
    }
  })
  expect(lostOf(...theirs, held(interviewer))).toEqual([])
  expect(lostOf(...theirs, held(another)).map(({ message }) => message())).toEqual([
    { ...lostBy, lostAt: at(9), outcome: { _tag: "InterviewSettled" } }
  ])
})

it("a co-ordinator reads that an interviewer gave an interview up, until another has it", () => {
  const [news, ...more] = givenUpOf(...theirs, takenOff(8, interviewer))
  expect(more).toEqual([])
  expect(news?.place).toEqual({ _tag: "Person", person: coordinator })
  expect(news?.message()).toMatchObject({ _tag: "InterviewGivenUp", child, interviewer })
  expect(givenUpOf(...theirs, takenOff(8, interviewer), given(9, another))).toEqual([])
  expect(givenUpOf(...theirs, takenOff(8))).toEqual([])
})

it("a planned time that went with an interview is dropped once nobody has that interview", () => {
  const planned = (told: Told): Told => ({
    ...told,
    command: { ...told.command, plannedFor: at(40) } as Told["command"]
  })
  const moved = [missing(), returned(6), planned(assigned(7)), planned(given(8, another))]
  const planOf = (...told: ReadonlyArray<Told>) => lostOf(...told)[0]?.message()
  expect(planOf(...moved)).toMatchObject({ plan: { isCarried: true } })
  expect(planOf(...moved, takenOff(9, another))).toMatchObject({ plan: { isCarried: false } })
})

describe("a time planned by an interviewer who gives the interview up", () => {
  const planned: Told = {
    ...assigned(7),
    command: { ...assigned(7).command, plannedFor: at(15) } as Told["command"]
  }
  const givenUp = takenOff(14.5, interviewer)
  const wordsOf = ({ message }: { readonly message: () => Message }) =>
    makePlainTextRenderer(String).render(message()).lines.join(" ")
  const owedOf = (told: ReadonlyArray<Told>, more: Partial<CaseSnapshot> = {}) =>
    owedMessages(caseSnapshot(told, { there, allocatedWorker: worker, now: at(14.6), ...more }))
  const told = [missing(), returned(6), planned, givenUp]

  it("is read by the co-ordinator, who assigns it, by the child's worker and in the thread", () => {
    const owed = owedOf(told)
    const [news] = owed.filter(({ key }) => key.startsWith("interview-given-up:"))
    expect(news && wordsOf(news)).toContain("It was planned for Tue 24 Nov, 09:00.")
    expect(news && wordsOf(news)).toContain("hear that nobody comes then")
    const toWorker = owed.filter(({ message }) => message()._tag === "PlanDropped")
    expect(toWorker.map(({ place }) => place)).toEqual([{ _tag: "Person", person: worker }])
    expect(toWorker.map(wordsOf)[0]).toContain("planned for Tue 24 Nov, 09:00, is not with U0INTERVIEWER any more.")
    expect(toWorker.map(wordsOf)[0]).toContain("waits to be assigned")
    const lines = owed.filter(({ key }) => key.startsWith("timeline:")).map(wordsOf)
    expect(lines.filter((line) => line.includes("The time planned, Tue 24 Nov, 09:00, is dropped."))).toHaveLength(1)
  })

  it("is said to the worker also where another is given it later that day, with the new time", () => {
    const again = given(16, another)
    const replanned = { ...again, command: { ...again.command, plannedFor: at(40) } as Told["command"] }
    const late = owedOf([missing(), returned(6), planned, replanned], { now: at(16.1) }).filter(
      ({ message }) => message()._tag === "PlanDropped"
    )
    expect(late.map(wordsOf)).toEqual([expect.stringContaining("It is planned for Wed 25 Nov, 10:00 now.")])
    expect(late.map(wordsOf)[0]).toContain("hear what happens next")
    // The same time goes with it, or was of an earlier day.
    const carried = { ...again, command: { ...again.command, plannedFor: at(15) } as Told["command"] }
    const tags = (...then: ReadonlyArray<Told>) =>
      owedOf([missing(), returned(6), planned, ...then], { now: at(41) }).map(({ message }) => message()._tag)
    expect(tags(carried)).not.toContain("PlanDropped")
    expect(tags(given(40, another))).not.toContain("PlanDropped")
  })

  it("rings the co-ordinator once, though that nobody has the interview falls due with it", () => {
    // The last hour of office time before the deadline is over: that nobody has it is said at once.
    const late = [missing(), returned(6), planned, takenOff(71.5, interviewer)]
    const ofInterview = (keys: ReadonlyArray<string> = []) =>
      owedOf(late, { delivered: sentUnder(keys), now: at(71.6) }).filter(
        ({ key, place }) =>
          place._tag === "Person" && place.person === coordinator && /^(reminder|interview-given-up):/.test(key)
      )
    const first = ofInterview()
    expect(first.map(({ message }) => message()._tag)).toEqual(["InterviewGivenUp"])
    expect(ofInterview(first.map(({ key }) => key)).map(({ key }) => key)).toEqual(first.map(({ key }) => key))
  })
})

it("an interviewer who lost one to a cancellation hears again once it is reopened", () => {
  const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
  const cancelled = by(8, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })
  const reopened = by(9, { _tag: "ReopenEpisode", episodeId, reason: "closed-in-error" })
  const [lost] = lostOf(...theirs, cancelled)
  expect(lost?.message()).toMatchObject({ ...lostBy, outcome: { _tag: "Cancelled" } })
  const alert = owedMessages(caseSnapshot(theirs)).find(({ key }) => key.startsWith("interviewer-alert:"))
  const sent = [alert?.key, lost?.key].flatMap((key) => key ?? [])
  const given = owedMessages(caseSnapshot([...theirs, cancelled, reopened], { delivered: sentUnder(sent) }))
  const own = given.filter(({ place }) => place._tag === "Person" && place.person === interviewer)
  const [again] = own.filter(({ message }) => message()._tag === "InterviewAssignment")
  expect(again?.place).toEqual({ _tag: "Person", person: interviewer })
  expect(sent).not.toContain(again?.key)
})

it("an interviewer of a child who is missing after all does not read of a settled one", () => {
  const wrong: Told = {
    by: manager,
    now: at(8),
    command: { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" }
  }
  const [lost] = lostOf(...theirs, takenOff(7.5), wrong)
  expect(lost?.message()).toMatchObject({ outcome: { _tag: "MissingAfterAll" } })
})

it.each([
  ["interviewer-unavailable", "cannot carry out"],
  ["child-asked-for-another", "asked for another person"],
  ["not-independent", "is not independent"],
  ["assigned-by-mistake", "by mistake"],
  ["return-withdrawn", "Make sure whether the child is back"]
] as const)("an interview that is given up as %s is given back with that reason", (reason, words) => {
  const givenUp = takenOff(8, interviewer)
  const [news] = givenUpOf(...theirs, { ...givenUp, command: { ...givenUp.command, reason } as Told["command"] })
  const message = news?.message()
  expect(message && makePlainTextRenderer(String).render(message).lines.join(" ")).toContain(words)
})
