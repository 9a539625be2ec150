import type { AnswerConsideration } from "../commands.ts"
import { askedAfter, isShortReason } from "../considerations.ts"
import { answersOf, isAnsweredApart } from "../considered.ts"
import { isLeftOut } from "../leftOut.ts"
import { AnswerFirst, LeftOut, ReasonNeeded, StrategyMeetingFirst } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { acceptUnless, type Decision, type DecisionContext, refuse } from "./decision.ts"

/** One answer with its reason; a question that follows from another comes after it. */
export const answerConsideration = (
  state: ChildState,
  episode: Episode,
  command: AnswerConsideration,
  { by }: DecisionContext
): Decision => {
  const { consideration, answer, reason } = command
  const { id: episodeId } = episode
  const isApart = isAnsweredApart(state, episodeId)
  const answeredBy = isApart ? (command.answeredBy ?? "worker") : "worker"
  if (answeredBy === "apart" && by !== undefined && isLeftOut(state, [episodeId], by)) return refuse(LeftOut)
  if (!isShortReason(reason)) return refuse(ReasonNeeded)
  const answers = answersOf(episode, answeredBy)
  const question = askedAfter[consideration]
  if (question !== undefined && answers[question] === undefined) return refuse(AnswerFirst({ question }))
  const answered = { ...answers, [consideration]: { answer, reason } }
  if (answered["section-47"]?.answer === "yes" && answered["strategy-meeting"]?.answer !== "yes") {
    return refuse(StrategyMeetingFirst)
  }
  const before = answers[consideration]
  const isUnchanged = before?.answer === answer && before.reason === reason
  const said = { _tag: "ConsiderationAnswered", episodeId, consideration, answer, reason } as const
  return acceptUnless(isUnchanged, isApart ? { ...said, answeredBy } : said)
}
