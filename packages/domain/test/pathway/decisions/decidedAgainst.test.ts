import { Result } from "effect"
import { expect, it } from "vitest"
import { decide, interviewStatus } from "../../../src/pathway/index.ts"
import { about, at, MUCH_LATER, playFrom } from "../madeUpChild.ts"
import { home, reference, ruledOut } from "../stageExamples.ts"

const decidedAgainst = playFrom(home, ruledOut)

it.each([
  ["where the interview is written", about("RecordInterviewReference", { reference })],
  ["what it brought out", about("RecordInterview", { record: { present: ["alone"] } })],
  ["a correction of it", about("CorrectInterview", { reason: "mistyped", isInterviewer: true, offeredAt: at(11) })]
])("%s is refused where the interview was decided against before anybody was assigned", (_, command) => {
  expect(Result.merge(decide(decidedAgainst, command, { now: MUCH_LATER }))).toMatchObject({ _tag: "NotAssigned" })
})

it.each([
  ["an attempt", about("RecordAttempt", { attemptedAt: at(12), method: "phone", result: "no-reply" })],
  ["an offer to the parent or carer", about("OfferToCarer", { offeredAt: at(12), response: "accepted" })]
])("%s is recorded after the decision, which stands", (_, command) => {
  const state = playFrom(decidedAgainst, command)
  const [episode] = state.episodes
  expect(state.interviews).toHaveLength(1)
  expect(episode && interviewStatus(state, episode)).toMatchObject({
    _tag: "NotDone",
    notDone: { reason: "unable-to-contact" }
  })
})
