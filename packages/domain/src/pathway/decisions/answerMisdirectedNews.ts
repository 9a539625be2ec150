import type { AnswerMisdirectedNews } from "../commands.ts"
import { misdirectedUnanswered } from "../misdirected.ts"
import type { ChildState } from "../state.ts"
import { accept, type Decision } from "./decision.ts"

/** Answered by another person meanwhile, or nothing came under this reference: there is nothing to record. */
export const answerMisdirectedNews = (
  state: ChildState,
  { policeReference, answer }: AnswerMisdirectedNews
): Decision =>
  misdirectedUnanswered(state).includes(policeReference)
    ? accept({ _tag: "MisdirectedNewsAnswered", policeReference, answer })
    : accept()
