import { type Considerations, considerationWords, latestEpisode, unanswered } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseForm } from "../CaseForm.ts"
import { precheck } from "../precheck.ts"
import { considerationsView } from "./considerationsView.ts"

const everyQuestion = Object.keys(considerationWords.words) as ReadonlyArray<keyof typeof considerationWords.words>

const explanation = (considerations: Considerations, left: number): string => {
  const answered = Object.keys(considerations).length
  if (left === 0) return "Everything is answered. To change an answer, give it again with its reason."
  return answered === 0
    ? "Answer those you can now; each with a reason. What follows from an answer is asked next."
    : `${answered} answered so far, ${left} to go. Answer those you can now; each with a reason.`
}

export const considerationsForm: CaseForm = {
  permission: "answer-considerations",
  episodeMeant: latestEpisode,
  open: Effect.fn("considerationsForm")(function* ({ child, state, episode }) {
    const { allocation, considerations = {} } = episode
    // Whose child it is may be known from an earlier episode; it is recorded on this one with the first answer.
    const isRecorded = allocation?._tag === "Allocated"
    const isKnown = isRecorded || (yield* allocatedWorkerOf(child)) !== undefined
    yield* precheck(state, {
      _tag: "AnswerConsideration",
      episodeId: episode.id,
      consideration: "significant-harm",
      answer: "no",
      reason: "not recorded"
    })
    const left = unanswered(considerations)
    return considerationsView({ child, episodeId: episode.id }, left.length === 0 ? everyQuestion : left, {
      explanation: explanation(considerations, left.length),
      kind: isKnown && !isRecorded
    })
  })
}
