/**
 * Slack would not take what the app answered to a command or a submission. The app is told nothing; the person reads
 * that the command failed, or above the modal "We had some trouble connecting. Try again?".
 */
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
