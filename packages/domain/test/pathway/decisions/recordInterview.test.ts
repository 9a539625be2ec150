import { Result } from "effect"
import { expect, it } from "vitest"
import { decide } from "../../../src/pathway/index.ts"
import { about, interviewId, MUCH_LATER, playFrom } from "../madeUpChild.ts"
import { completed } from "../stageExamples.ts"

const record = (said: object) => about("RecordInterview", { record: said })

it("the interview record is kept as it was given, a later one in its place", () => {
  expect(Result.merge(decide(completed, record({ present: ["alone"] }), { now: MUCH_LATER }))).toEqual([
    { _tag: "InterviewRecorded", interviewId, record: { present: ["alone"] } }
  ])
  const twice = playFrom(completed, record({ present: ["alone"] }), record({ present: ["police"] }))
  expect(twice.interviews[0]?.record).toEqual({ present: ["police"] })
})
