/** Slack would not take the app's answer: the person reads that it failed, and the app is told nothing. */
import { isObject, type JsonObject, textOr } from "../json.ts"

export interface AnswerRefused {
  readonly outcome: "answer_refused"
  /** Slack's code, such as `invalid_blocks`. */
  readonly error: string
  /** What is wrong with it, with its place, in Slack's words. */
  readonly messages: ReadonlyArray<string>
}

export const answerRefused = (refusal: JsonObject): AnswerRefused => {
  const metadata = refusal["response_metadata"]
  const messages = isObject(metadata) && Array.isArray(metadata["messages"]) ? metadata["messages"].map(String) : []
  return { outcome: "answer_refused", error: textOr(refusal["error"], "internal_error"), messages }
}
