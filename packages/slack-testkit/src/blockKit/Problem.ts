/** Why Slack would not take a message or a view. */
import type { JsonObject } from "../json.ts"
import type { BlockFault } from "./Shape.ts"

/** Slack's code in `error`. */
export type RefusalCode =
  | "invalid_arguments"
  | "invalid_attachments"
  | "invalid_blocks"
  | "invalid_blocks_format"
  | "invalid_metadata_format"
  | "markdown_text_conflict"
  | "msg_blocks_too_long"
  | "msg_too_long"
  | "no_text"
  | "too_many_attachments"
  | "view_too_large"

export interface Problem {
  readonly error: RefusalCode
  /** JSON pointer into what was sent; empty where Slack gives none. */
  readonly pointer: string
  /** As it stands in `response_metadata.messages`. */
  readonly message: string
}

export const problem = (error: RefusalCode, pointer: string, words: string): Problem => ({
  error,
  pointer,
  message: `[ERROR] ${words}${pointer === "" ? "" : ` [json-pointer:${pointer}]`}`
})

export const problemsAt = (
  error: RefusalCode,
  pointer: string,
  faults: ReadonlyArray<BlockFault>
): ReadonlyArray<Problem> => faults.map(({ at, words }) => problem(error, `${pointer}${at}`, words))

/** The answer Slack gives: the first code there is, and all that goes with it. */
export const refusalOf = (problems: ReadonlyArray<Problem>): JsonObject | undefined => {
  const error = problems[0]?.error
  if (error === undefined) return undefined
  const pointed = problems.filter((found) => found.error === error && found.pointer !== "")
  const messages = pointed.map(({ message }) => message)
  return {
    ok: false,
    error,
    ...(error === "invalid_blocks" || error === "invalid_attachments"
      ? { errors: messages.map((message) => message.replace("[ERROR] ", "")) }
      : {}),
    ...(messages.length > 0 ? { response_metadata: { messages } } : {})
  }
}
