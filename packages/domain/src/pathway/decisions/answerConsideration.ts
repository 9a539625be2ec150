import type { AnswerConsideration } from "../commands.ts"
import { askedAfter, isShortReason } from "../considerations.ts"
import { AnswerFirst, ReasonNeeded, StrategyMeetingFirst } from "../refusals.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision, refuse } from "./decision.ts"

/** One answer with its reason; a question that follows from another comes after it. */
export const answerConsideration = (episode: Episode, command: AnswerConsideration): Decision => {
  const { consideration, answer, reason } = command
  const { id: episodeId, considerations = {} } = episode
  if (!isShortReason(reason)) return refuse(ReasonNeeded)
  const question = askedAfter[consideration]
  if (question !== undefined && considerations[question] === undefined) return refuse(AnswerFirst({ question }))
  const answered = { ...considerations, [consideration]: { answer, reason } }
  if (answered["section-47"]?.answer === "yes" && answered["strategy-meeting"]?.answer !== "yes") {
    return refuse(StrategyMeetingFirst)
  }
  const before = considerations[consideration]
  const isUnchanged = before?.answer === answer && before.reason === reason
  return acceptUnless(isUnchanged, { _tag: "ConsiderationAnswered", episodeId, consideration, answer, reason })
}
