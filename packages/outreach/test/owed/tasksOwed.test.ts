import {
  assigned,
  at,
  completed,
  episodeId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { type Consideration, PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { considerationsToAnswer } from "../../src/owed/tasksOwed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const plain = makePlainTextRenderer((person) => person)

const council: Roster = {
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "team-manager": [manager, worker] }
}

const owedOf = (told: ReadonlyArray<Told>, more: Partial<CaseSnapshot> = {}) => {
  return considerationsToAnswer(caseSnapshot(told, { allocatedWorker: worker, ...more })).map(({ key, urgency }) => [
    key,
    urgency
  ])
}

const by = (hours: number, command: Told["command"], person = manager): Told => ({
  by: person,
  now: at(hours),
  command
})
const toWorker = [[`considerations:episode-1:${worker}`, "task"]]
const owedStill = [missing(), returned(6), assigned(7)]
const done = [...owedStill, offered(8, "accepted"), completed(20)]

it("the allocated worker is asked once the interview is completed, declined or not done", () => {
  expect(owedOf([...owedStill, offered(8, "accepted")])).toEqual([])
  expect(owedOf(done)).toEqual(toWorker)
  expect(owedOf([...owedStill, offered(8, "declined")])).toEqual(toWorker)
  const notDone = by(8, { _tag: "RecordNotDone", episodeId, reason: "custody-or-hospital", decidedBy: manager })
  expect(owedOf([...owedStill, offered(7.5, "no-answer"), notDone])).toEqual(toWorker)
})

it("a worker is not asked about an interview that was settled before the bot began to announce", () => {
  expect(owedOf(done, { announceFrom: at(20) })).toEqual(toWorker)
  expect(owedOf(done, { announceFrom: at(20.1) })).toEqual([])
})

it("a worker is not asked about an episode that is closed", () => {
  const cancelled = by(21, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })
  expect(owedOf([...done, cancelled])).toEqual([])
})

it("a worker is not asked about an interview that is owed again", () => {
  const withdrawn = by(21, {
    _tag: "WithdrawFromInterview",
    episodeId,
    withdrawn: { what: "completed", completedAt: at(20) },
    reason: "wrong-record"
  })
  expect(owedOf([...done, withdrawn])).toEqual([])
})

it("a worker is asked for as long as a question is open", () => {
  const answers = (questions: ReadonlyArray<Consideration>) =>
    questions.map((consideration) =>
      by(21, { _tag: "AnswerConsideration", episodeId, consideration, answer: "no", reason: "Talked it over." }, worker)
    )
  // The further questions follow only from a yes.
  const questions: ReadonlyArray<Consideration> = [
    "significant-harm",
    "update-assessment",
    "update-care-plan",
    "update-find-me-plan",
    "involve-interview-staff",
    "exploitation"
  ]
  expect(owedOf([...done, ...answers(questions.slice(1))])).toEqual(toWorker)
  expect(owedOf([...done, ...answers(questions)])).toEqual([])
})

it("a team manager is asked in the same words beside the worker who was left out", () => {
  const wordsFor = (keptFrom: ReadonlyArray<PersonId>) => {
    const { state, ...snapshot } = caseSnapshot(done, { allocatedWorker: worker })
    const interviews = state.interviews.map((interview) => ({ ...interview, keptFrom }))
    const owed = considerationsToAnswer({ ...snapshot, there: council, state: { ...state, interviews } })
    const people = keptFrom.length > 0 ? [manager, worker] : [worker]
    expect(owed.map(({ place }) => place)).toEqual(people.map((person) => ({ _tag: "Person", person })))
    return new Set(owed.map(({ message }) => plain.render(message()).lines.join("\n")))
  }
  expect(wordsFor([worker])).toEqual(wordsFor([]))
  expect([...wordsFor([worker])].join(" ")).toContain("anything that you may read of it is in the case system")
})

it("a manager is asked apart from a cover who was left out, and from the cover of one who was", () => {
  const other = PersonId.make("U0OTHER")
  const boss = PersonId.make("U0BOSS")
  const leftOut = by(21, { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [worker] })
  const askedOf = (allocatedWorker: PersonId, cover: PersonId) => {
    const there: Roster = {
      ...emptyRoster,
      holders: { ...emptyRoster.holders, "team-manager": [boss] },
      acting: (person) =>
        person === allocatedWorker
          ? { _tag: "Cover", person: cover, away: { from: civilDay(2026, 11, 1), for: "leave", cover } }
          : { _tag: "Themselves" }
    }
    const owed = owedMessages(caseSnapshot([...done, leftOut], { allocatedWorker, there, now: at(22) }))
    return owed
      .filter(({ key }) => key.startsWith("considerations:"))
      .map(({ place, message }) => {
        const said = message()
        return [place._tag === "Person" && place.person, "isApart" in said, said.coversFor]
      })
  }
  const toBoss = [boss, true, undefined]
  expect(askedOf(worker, other)).toEqual([toBoss, [worker, false, undefined], [other, false, worker]])
  expect(askedOf(worker, boss)).toEqual([toBoss, [worker, false, undefined]])
  expect(askedOf(other, worker)).toEqual([[other, true, undefined], toBoss, [worker, false, other]])
})
