import {
  assigned,
  at,
  child,
  interviewer,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars, civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"
import { dutyLists, morningMessages, toldOfMorning } from "../../testing/index.ts"

const plain = makePlainTextRenderer((person) => person)
const coordinator = PersonId.make("U0COORDINATOR")
const duty = PersonId.make("U0DUTY")
const cover = PersonId.make("U0COVER")
const away = { from: civilDay(2026, 11, 23), to: civilDay(2026, 12, 4), for: "sickness" } as const

const rosterWith = (covering?: PersonId): Roster => ({
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator], "out-of-hours-duty": [duty] },
  acting: (person) => {
    if (person !== interviewer) return { _tag: "Themselves" }
    return covering === undefined ? { _tag: "Nobody", away } : { _tag: "Cover", person: covering, away }
  }
})

const told: ReadonlyArray<Told> = [missing(), returned(6), assigned(7), offered(8)]

const wordsFor = (there: Roster, now: number, prefix: string, person?: PersonId): string => {
  const owed = owedMessages(caseSnapshot(told, { there, now: at(now) })).filter(
    ({ key, place }) =>
      key.startsWith(prefix) && (person === undefined || (place._tag === "Person" && place.person === person))
  )
  return owed.map(({ message }) => plain.render(message()).lines.join("\n")).join("\n")
}

it("the card says that the interviewer is away, until when, and who covers", () => {
  expect(wordsFor(rosterWith(), 40, "card:")).toContain("U0INTERVIEWER is away until Fri 4 Dec: nobody covers.")
  expect(wordsFor(rosterWith(cover), 40, "card:")).toContain("is away until Fri 4 Dec: U0COVER covers.")
  expect(wordsFor(emptyRoster, 40, "card:")).not.toContain("away")
})

it("a reminder asks nothing of an interviewer who is away, and says who can give it to another", () => {
  for (const now of [75, 79]) {
    const words = wordsFor(rosterWith(), now, "reminder:")
    expect(words).toContain("is away until Fri 4 Dec: nobody covers. It is still to be carried out")
    expect(words).not.toContain("U0INTERVIEWER: ")
    expect(wordsFor(rosterWith(cover), now, "reminder:")).toContain("U0COVER: see that it is carried out")
  }
})

it("the copy of a task says to another person why they have it, and asks nobody else", () => {
  const copy = wordsFor(rosterWith(), 40, "interviewer-alert:", coordinator)
  expect(copy).toContain("Interviewer not there")
  expect(copy).toContain(
    "which is offered. U0INTERVIEWER is away until Fri 4 Dec: nobody covers. So this comes to you."
  )
  expect(copy).not.toContain("U0INTERVIEWER: ")
  expect(wordsFor(rosterWith(), 40, "interviewer-alert:", interviewer)).not.toContain("not there")
})

it("the duty's list says that the person who has an interview is away", () => {
  const { state } = tell(told)
  const owed = dutyLists({
    there: rosterWith(),
    calendars,
    delivered: new Map(),
    announceFrom: at(-100),
    now: at(75),
    policy: rotherham,
    states: new Map([[child, state]])
  })
  expect(owed.map(({ message }) => plain.render(message()).lines.join("\n")).join("\n")).toContain(
    "U0INTERVIEWER, offered, away until Fri 4 Dec: nobody covers"
  )
})

it("a morning line says that the interviewer is away, until when, and who covers", () => {
  const { state } = tell(told)
  const states = new Map([[child, state]])
  const facts = { calendars, delivered: new Map(), now: at(87), states, summaryUntil: undefined, decisions: [] }
  const morning = toldOfMorning({
    at: at(87),
    calendars,
    known: states,
    digest: undefined,
    allocatedWorkerOf: () => undefined
  })
  const words = morningMessages({ ...facts, there: rosterWith(), told: morning })
    .filter(({ place }) => place._tag === "Person" && place.person === coordinator)
    .map(({ message }) => plain.render(message()).lines.join("\n"))
    .join("\n")
  expect(words).toContain("U0INTERVIEWER, offered, away until Fri 4 Dec: nobody covers")
})

it("a new interviewer reads that the time planned before them is dropped, where it is", () => {
  const planned = (hours: number, to: PersonId, plannedFor?: number): Told => ({
    by: manager,
    now: at(hours),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer: to,
      knownAdult: false,
      isInterviewer: true,
      ...(plannedFor === undefined ? {} : { plannedFor: at(plannedFor) })
    }
  })
  const wordsOf = (...last: ReadonlyArray<Told>) =>
    owedMessages(caseSnapshot([missing(), returned(6), planned(7, interviewer, 64), ...last]))
      .filter(({ key }) => key.startsWith("interviewer-alert:"))
      .map(({ message }) => plain.render(message()).lines.join("\n"))
      .join("\n")
  expect(wordsOf(planned(8, cover))).toContain("10:00 with the interviewer before you: that time is dropped")
  expect(wordsOf(planned(8, cover, 64))).not.toContain("is dropped")
  expect(wordsOf(planned(8, interviewer))).not.toContain("is dropped")
})

it("an interview is not asked of a cover who may record none, but of those who assign it", () => {
  const there: Roster = { ...rosterWith(cover), beside: { mash: [], worker: [cover], interviewer: [interviewer] } }
  expect(wordsFor(there, 40, "card:")).toContain("U0COVER covers, and cannot take interviews")
  expect(wordsFor(there, 75, "reminder:")).not.toContain("/rhi log")
  expect(wordsFor(there, 75, "reminder:", cover)).toBe("")
  expect(wordsFor(there, 75, "reminder:", coordinator)).toContain("gives it to another")
  const interviewers = { ...there, beside: { mash: [], worker: [], interviewer: [interviewer, cover] } }
  expect(wordsFor(interviewers, 75, "reminder:", cover)).toContain("U0COVER: see that it is carried out")
})
