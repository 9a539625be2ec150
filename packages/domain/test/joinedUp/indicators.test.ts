import { expect, test } from "vitest"
import { londonDayOf } from "../../src/calendar/index.ts"
import { educationFactsOf, indicatorsOnRecord, missingFactsOf } from "../../src/joinedUp/index.ts"
import { syntheticCase } from "../../src/synthetic/index.ts"
import { rowOf } from "../education/caseTexts.ts"

const { state, interview } = syntheticCase("interviewed")
const child = "LCS-10432"

const withSession = (found: Record<string, unknown>, record?: Record<string, unknown>) => ({
  interviews: state.interviews.map((one) => ({
    ...one,
    completed: { ...one.completed, ...found },
    ...(record === undefined ? {} : { record: { ...one.record, risks: record } })
  })) as unknown as typeof state.interviews
})

test("what an interview ticked is a suspicion on its own strand, on the day it came out", () => {
  const facts = indicatorsOnRecord(child, withSession({ exploitation: ["criminal-exploitation", "gang"] }))
  expect(facts.map(({ strand, what, child: of }) => [strand, what, of.system])).toEqual([
    ["criminal-exploitation", "suspected", "social-care"]
  ])
  expect(facts[0]?.from).toBe(interview?.completed && londonDayOf(interview.completed.completedAt))
})

test("what the record grades counts before a tick, and what it rules out is no fact", () => {
  const ticked = { exploitation: ["sexual-exploitation", "criminal-exploitation"] }
  const graded = { "sexual-exploitation": "confirmed", "criminal-exploitation": "no" }
  const facts = indicatorsOnRecord(child, withSession(ticked, graded))
  expect(facts.map(({ strand, what }) => [strand, what])).toEqual([["sexual-exploitation", "confirmed"]])
})

test("an episode without times and a case in error are no facts with days", () => {
  const [fact] = missingFactsOf([{ episode_id: "E1", child_ref: "LCS-1" }])
  expect([fact?.what, fact?.from, fact?.to]).toEqual(["not-recorded", undefined, undefined])
  expect(educationFactsOf([rowOf({ outcome: "in-error" })])).toEqual([])
})
