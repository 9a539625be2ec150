import {
  assigned,
  at,
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
import { civilDay } from "@safe-return/domain/calendar"
import {
  CaseSystemReference,
  type Consideration,
  considerationWords,
  EpisodeId,
  PersonId
} from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const another = PersonId.make("U0INTERVIEWER2")

const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })

const owedOf = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string>, more: Partial<CaseSnapshot> = {}) =>
  owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), allocatedWorker: worker, ...more }))

/** What each of these messages, which were sent, has come to; undefined for one that stands as it was. */
const outcomesOf = (...[told, sent, more]: Parameters<typeof owedOf>) =>
  sent.map((key) => {
    const message = owedOf(told, sent, more)
      .find((one) => one.key === key)
      ?.message()
    return message?._tag === "RequestOver" ? message.outcome : undefined
  })

/** What was owed before, as it was sent. */
const sentOf = (told: ReadonlyArray<Told>, start: string, more: Partial<CaseSnapshot> = {}) =>
  owedOf(told, [], more)
    .map(({ key }) => key)
    .filter((key) => key.startsWith(start))

const given = (hours: number, to: PersonId): Told =>
  by(hours, {
    _tag: "AssignInterview",
    newInterviewId: interviewId,
    episodeId,
    interviewer: to,
    knownAdult: false,
    isInterviewer: true
  })

const cancelled = (hours: number) => by(hours, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })
const theirs = [missing(), returned(6), assigned(7)]

describe("an alert that was sent", () => {
  const sent = [`worker-alert:episode-1:${worker}`, "alert:episode-1:2", `alert:episode-1:2:${worker}`]

  it("says that the child is back, that the report was cancelled, or where the record went", () => {
    expect(outcomesOf([missing(), returned(6)], sent)).toEqual(sent.map(() => ({ _tag: "Back", at: at(6) })))
    expect(outcomesOf([missing(), cancelled(6)], sent)).toEqual(sent.map(() => ({ _tag: "Cancelled" })))
    const second = EpisodeId.make("episode-2")
    const merged = [
      missing(),
      missing(0.2, { id: second, reference: "SYP-2026-0000002" }),
      by(3, { _tag: "MergeDuplicate", duplicateId: second, episodeId })
    ]
    expect(outcomesOf(merged, [`worker-alert:episode-2:${worker}`])).toEqual([{ _tag: "Joined" }])
  })

  it("only the worker hears that questions are left to them, until they are answered", () => {
    const [toWorker = "", , again = ""] = sent
    const toManager = `ladder:episode-1:1:team-manager:${manager}`
    const isLeftTo = (told: ReadonlyArray<Told>) =>
      [toWorker, again, toManager].map((key) => {
        const message = owedOf(told, [toWorker, again, toManager])
          .find((one) => one.key === key)
          ?.message()
        return message?._tag === "RequestOver" && message.leftToDo === "questions"
      })
    const back = [missing(), returned(6)]
    expect(isLeftTo(back)).toEqual([true, true, false])
    expect(isLeftTo([missing(), cancelled(6)])).toEqual([false, false, false])
    const questions = Object.keys(considerationWords.words) as ReadonlyArray<Consideration>
    const answers = questions.map((consideration) =>
      by(7, {
        _tag: "AnswerConsideration",
        episodeId,
        consideration,
        answer: "yes",
        reason: "Seen and agreed."
      })
    )
    expect(isLeftTo([...back, ...answers])).toEqual([false, false, false])
  })

  it("of an earlier alert says that there is news since, and the first goes on standing", () => {
    const ladder = `ladder:episode-1:1:missing-coordinator:${another}`
    const told = [
      missing(0, { risk: "low" }),
      by(2, { _tag: "AcknowledgeAlert", episodeId, by: manager, as: ["missing-coordinator"] }),
      by(3, { _tag: "CorrectEpisode", episodeId, reason: "mistyped", risk: "high" })
    ]
    expect(sentOf(told, "alert:")).not.toEqual([])
    const outcomes = outcomesOf(told, [`worker-alert:episode-1:${worker}`, ladder], { now: at(4) })
    expect(outcomes).toEqual([undefined, { _tag: "NewsSince" }])
  })
})

it("the alert to a worker who is allocated no longer says that others see to the child", () => {
  const allocate = (hours: number, to: PersonId) =>
    by(hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: to } })
  const sent = [`worker-alert:episode-1:${worker}`]
  const now = { allocatedWorker: another, now: at(4) }
  const outcomes = (...told: ReadonlyArray<Told>) => outcomesOf([missing(), ...told], sent, now)
  expect(outcomes(allocate(2, worker), allocate(3, another))).toEqual([{ _tag: "WithOthers", people: [another] }])
  // Who had it as a cover and is one no longer reads who has it.
  expect(outcomes(allocate(3, another))).toEqual([{ _tag: "WithOthers", people: [another] }])
  // Where nobody else can be told they go on having it: nobody else may have answered.
  const there = { ...emptyRoster, canBeTold: (person: PersonId) => person === worker }
  expect(outcomesOf([missing(), allocate(3, another)], sent, { ...now, there })).toEqual([undefined])
})

describe("an interview that was given to a person", () => {
  const sent = sentOf(theirs, "interviewer-alert:")

  it("says who has it once it is another's, and that it waits once it is nobody's", () => {
    expect(outcomesOf([...theirs, given(8, another)], sent)).toEqual([{ _tag: "InterviewWith", interviewer: another }])
    const off = by(8, { _tag: "UnassignInterview", episodeId, reason: "interviewer-unavailable" })
    expect(outcomesOf([...theirs, off], sent)).toEqual([{ _tag: "InterviewWith", interviewer: undefined }])
  })

  it("says that it is settled, cancelled, or that the child is missing after all", () => {
    expect(outcomesOf([...theirs, offered(8), completed(9)], sent)).toEqual([{ _tag: "InterviewSettled" }])
    const none = by(9, { _tag: "RecordNotDone", episodeId, reason: "custody-or-hospital", decidedBy: manager })
    expect(outcomesOf([...theirs, none], sent)).toEqual([{ _tag: "NoInterview" }])
    expect(outcomesOf([...theirs, cancelled(8)], sent)).toEqual([{ _tag: "Cancelled" }])
    const wrong = by(8, { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" })
    expect(outcomesOf([...theirs, wrong], sent)).toEqual([{ _tag: "MissingAfterAll" }])
  })

  it("stands as it was while it is theirs", () => {
    expect(outcomesOf(theirs, sent)).toEqual([undefined])
  })
})

describe("a reminder that was sent", () => {
  const now = at(70)
  const sent = sentOf(theirs, "reminder:", { now })

  it("stands while the interview is owed, until a later one asks for the same", () => {
    expect(sent.length).toBeGreaterThan(1)
    expect(outcomesOf(theirs, sent, { now: at(76) })).toEqual(sent.map(() => undefined))
    const later = sentOf(theirs, "reminder:", { now: at(76) }).filter((key) => key.endsWith(interviewer))
    const due = (keys: ReadonlyArray<string>) => keys.filter((key) => /:\d+h:/.test(key) && key.endsWith(interviewer))
    expect([due(sent).length, due(later).length]).toEqual([1, 1])
    expect(outcomesOf(theirs, [...due(sent), ...due(later)], { now: at(76) })).toEqual([
      { _tag: "SaidLater" },
      undefined
    ])
  })

  it("says that the interview is settled, offered or with another", () => {
    const done = outcomesOf([...theirs, offered(8), completed(9)], sent, { now })
    expect(done).toEqual(sent.map(() => ({ _tag: "InterviewSettled" })))
    const [late] = sent.filter((key) => key.includes(":not-offered:"))
    expect(outcomesOf([...theirs, offered(60)], [late ?? ""], { now })).toEqual([{ _tag: "Offered" }])
    const [due] = sent.filter((key) => key.includes("h:") && key.endsWith(interviewer))
    expect(outcomesOf([...theirs, given(65, another)], [due ?? ""], { now })).toEqual([
      { _tag: "InterviewWith", interviewer: another }
    ])
  })
})

it("the questions to an allocated worker say that they are answered, or are for another", () => {
  const done = [...theirs, offered(8), completed(9)]
  const sent = sentOf(done, "considerations:")
  const answered = (Object.keys(considerationWords.words) as ReadonlyArray<Consideration>).map((consideration) =>
    by(10, { _tag: "AnswerConsideration", episodeId, consideration, answer: "no", reason: "asked" })
  )
  expect(sent).toHaveLength(1)
  expect(outcomesOf([...done, ...answered], sent)).toEqual([{ _tag: "Answered" }])
  expect(outcomesOf(done, sent, { allocatedWorker: another })).toEqual([{ _tag: "WithOthers" }])
  const withdrawn = by(10, {
    _tag: "WithdrawFromInterview",
    episodeId,
    withdrawn: { what: "completed", completedAt: at(9) },
    reason: "mistyped"
  })
  expect(outcomesOf([...done, withdrawn], sent)).toEqual([{ _tag: "InterviewOwedAgain" }])
})

describe("what was sent", () => {
  it("is left alone where nobody can tell what happened, and a month after the last news", () => {
    const told = [missing(), returned(6)]
    const sent = [`worker-alert:episode-1:${worker}`]
    expect(outcomesOf(told, sent)).toHaveLength(1)
    expect(outcomesOf(told, sent, { entries: [] })).toEqual([undefined])
    expect(outcomesOf(told, sent, { now: at(6 + 28 * 24 + 1) })).toEqual([undefined])
  })

  it("is left alone under a key that this version does not know", () => {
    expect(owedOf([missing(), returned(6)], ["newer:episode-1:U0WORKER"]).map(({ key }) => key)).not.toContain(
      "newer:episode-1:U0WORKER"
    )
  })
})

it("nothing is told again of what ended days before a version that tells of it", () => {
  const long = [missing(), returned(6), assigned(7), cancelled(8)]
  const sent = [...sentOf(theirs, "interviewer-alert:"), `worker-alert:episode-1:${worker}`]
  const unsaid = owedOf(long, sent, { now: at(8 + 73) }).filter(({ key }) => !sent.includes(key))
  expect(unsaid.filter(({ place }) => place._tag === "Person")).toEqual([])
  const soon = owedOf(long, sent, { now: at(9) }).filter(({ key }) => !sent.includes(key))
  expect(soon.filter(({ place }) => place._tag === "Person")).toHaveLength(2)
})

it("the interviewer hears that the write-up is left to them, until its reference is recorded", () => {
  const sent = sentOf(theirs, "interviewer-alert:")
  const leftOf = (told: ReadonlyArray<Told>) =>
    sent.map((key) => {
      const message = owedOf(told, sent)
        .find((one) => one.key === key)
        ?.message()
      return message?._tag === "RequestOver" && message.leftToDo
    })
  const held = [...theirs, offered(8, "accepted"), completed(9)]
  const reference = CaseSystemReference.make("LL-2026-1")
  expect(leftOf(held)).toEqual(["write-up"])
  expect(leftOf([...held, by(10, { _tag: "RecordInterviewReference", episodeId, reference })])).toEqual([undefined])
})

it("an interviewer who is away and their cover hear that the carer is still to be offered", () => {
  const cover = PersonId.make("U0COVER")
  const away = { from: civilDay(2026, 11, 23), for: "leave" } as const
  const there: Roster = {
    ...emptyRoster,
    acting: (person) => (person === interviewer ? { _tag: "Cover", person: cover, away } : { _tag: "Themselves" })
  }
  const [sent = ""] = sentOf(theirs, "interviewer-alert:")
  const leftOf = (told: ReadonlyArray<Told>) =>
    owedOf(told, [sent, `${sent}:${cover}`], { there }).flatMap(({ key, message }) => {
      const said = key.startsWith(sent) ? message() : undefined
      return said?._tag === "RequestOver" ? [said.leftToDo] : []
    })
  expect(leftOf([...theirs, offered(8, "declined")])).toEqual(["carer-offer", "carer-offer"])
})

it("a co-ordinator hears that the closing is left to them", () => {
  const coordinator = PersonId.make("U0COORDINATOR")
  const there: Roster = {
    ...emptyRoster,
    holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] }
  }
  const sent = [`coordinator-alert:${episodeId}:${coordinator}`]
  const left = owedOf([missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)], sent, { there })
  const messages = left.filter(({ key }) => sent.includes(key)).map(({ message }) => message())
  expect(messages).toMatchObject([{ _tag: "RequestOver", leftToDo: "closing" }])
})

it("a cover hears that the questions wait for the worker they cover for", () => {
  const cover = PersonId.make("U0COVER")
  const away = { from: civilDay(2026, 11, 23), for: "leave" } as const
  const there: Roster = {
    ...emptyRoster,
    acting: (person) => (person === worker ? { _tag: "Cover", person: cover, away } : { _tag: "Themselves" })
  }
  const sent = [`worker-alert:episode-1:${worker}`, `worker-alert:episode-1:${cover}`]
  const left = owedOf([missing(), returned(6)], sent, { there }).flatMap(({ key, message }) => {
    const said = message()
    return sent.includes(key) && said._tag === "RequestOver" ? [said.leftToDo] : []
  })
  expect(left.at(1)).toBe("questions in their place")
})
