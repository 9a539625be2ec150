import {
  assigned,
  at,
  child,
  episodeId,
  interviewer,
  interviewId,
  manager,
  missing,
  returned,
  type Told
} from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const another = PersonId.make("U0INTERVIEWER2")

const lostOf = (...told: ReadonlyArray<Told>) => {
  return owedMessages(caseSnapshot(told)).filter(({ key }) => key.startsWith("interview-lost:"))
}

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

const theirs = [missing(), returned(6), assigned(7)]

it("an interviewer who is taken off an interview is told, and that it waits to be assigned", () => {
  const [lost, ...more] = lostOf(...theirs, takenOff(8))
  expect(more).toEqual([])
  expect(lost?.place).toEqual({ _tag: "Person", person: interviewer })
  expect(lost?.message()).toEqual({ _tag: "InterviewLost", child, interviewer, now: undefined })
})

it("an interviewer whose interview is given to another is told who has it", () => {
  const [lost] = lostOf(...theirs, given(8, another))
  expect(lost?.place).toEqual({ _tag: "Person", person: interviewer })
  expect(lost?.message()).toEqual({ _tag: "InterviewLost", child, interviewer, now: another })
})

it("an interviewer who has it again, or gave it up themselves, is told nothing", () => {
  expect(lostOf(...theirs, takenOff(8), given(9, interviewer))).toEqual([])
  expect(lostOf(...theirs, takenOff(8, interviewer))).toEqual([])
})
