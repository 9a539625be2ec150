import { Result } from "effect"
import { expect, it } from "vitest"
import { decide } from "../../../src/pathway/index.ts"
import { about, at, MUCH_LATER, playFrom } from "../madeUpChild.ts"
import { home, reference, ruledOut } from "../stageExamples.ts"

const decidedAgainst = playFrom(home, ruledOut)

it.each([
  ["an attempt", about("RecordAttempt", { attemptedAt: at(12), method: "phone", result: "no-reply" }), "NotAssigned"],
  ["where the interview is written", about("RecordInterviewReference", { reference }), "NotAssigned"],
  ["what it brought out", about("RecordInterview", { record: { present: ["alone"] } }), "NotAssigned"],
  [
    "a correction of it",
    about("CorrectInterview", { reason: "mistyped", isInterviewer: true, offeredAt: at(11) }),
    "NotAssigned"
  ],
  [
    "an offer to the parent or carer",
    about("OfferToCarer", { offeredAt: at(12), response: "accepted" }),
    "ChildHasNotDeclined"
  ]
])("%s is refused where the interview was decided against before anybody was assigned", (_, command, tag) => {
  expect(Result.merge(decide(decidedAgainst, command, { now: MUCH_LATER }))).toMatchObject({ _tag: tag })
})
