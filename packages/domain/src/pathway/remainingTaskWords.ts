import { closedList } from "../vocabulary/closedList.ts"

/** What can be left to do on an episode, in the order of the pathway. */
const list = closedList({
  cancellation: "decide whether the cancellation that was sent stands",
  "report-in-question": "say what stands, where what was told contradicts what is recorded",
  "interview-in-question": "say what becomes of the interview recorded before the child was missing after all",
  return: "record the child's return, or where they are if they are not back",
  "case-reference": "record the missing notification's case system reference",
  allocation: "confirm for this episode who the child is allocated to, or that nobody is",
  screening: "record where MASH screening sent the child",
  "hand-over": "choose its Missing Co-ordinator",
  interview: "complete the interview, or say why it was not done",
  "carer-offer": "offer the parent or carer to tell what they know",
  "interview-reference": "record the interview's case system reference",
  considerations: "answer what the allocated worker has to consider",
  decision: "take the decision that waits: who may take it was told"
})
export const remainingTaskWords = list.words
export const RemainingTask = list.schema
export type RemainingTask = typeof RemainingTask.Type
