import { Result } from "effect"
import { expect, it } from "vitest"
import { type ChildState, type Command, decide } from "../../../src/pathway/index.ts"
import { about, at, interviewId, MUCH_LATER, playFrom } from "../madeUpChild.ts"
import { completed, home, reference, ruledOut } from "../stageExamples.ts"

const answer = (state: ChildState, command: Command) => Result.merge(decide(state, command, { now: MUCH_LATER }))
const record = (said: object) => about("RecordInterview", { record: said })

it("the interview record is kept as it was given, a later one in its place", () => {
  expect(answer(completed, record({ present: ["alone"] }))).toEqual([
    { _tag: "InterviewRecorded", interviewId, record: { present: ["alone"] } }
  ])
  const twice = playFrom(completed, record({ present: ["alone"] }), record({ present: ["police"] }))
  expect(twice.interviews[0]?.record).toEqual({ present: ["police"] })
})

it.each([
  ["an attempt", about("RecordAttempt", { attemptedAt: at(12), method: "phone", result: "no-reply" })],
  ["where the interview is written", about("RecordInterviewReference", { reference })],
  ["what the interview brought out", record({ present: ["alone"] })],
  [
    "a correction of the interview",
    about("CorrectInterview", { reason: "mistyped", isInterviewer: true, offeredAt: at(11) })
  ]
])("%s is refused where it was decided against before anybody was assigned", (_, command) => {
  expect(answer(playFrom(home, ruledOut), command)).toMatchObject({ _tag: "NotAssigned" })
})
