/** Would Slack take this message? Pure; `LIMITS.md` names the page of each limit. */
import { isObject, type JsonObject, objectsOf, parsed } from "../json.ts"
import { faultsAcross, faultsOfMessage, textIn } from "./acrossBlocks.ts"
import { faultsIn } from "./faultsIn.ts"
import { type Problem, problem, problemsAt, type RefusalCode } from "./Problem.ts"
import { blocksOn, limits } from "./surfaces.ts"
import { lessThan, missingField, mustBeA } from "./words.ts"

/** The arguments of `chat.postMessage` and its kin; lists and objects may be JSON text, as they come over the wire. */
export interface Message {
  readonly text?: unknown
  readonly blocks?: unknown
  readonly attachments?: unknown
  readonly metadata?: unknown
  readonly markdown_text?: unknown
}

const inBlocks = (error: RefusalCode, pointer: string, blocks: unknown): ReadonlyArray<Problem> => {
  if (!Array.isArray(blocks) || !blocks.every(isObject)) {
    return [problem("invalid_blocks_format", pointer, mustBeA("array"))]
  }
  const faults = faultsIn(blocksOn("message"), blocks, "message")
  return problemsAt(error, pointer, [...faults, ...faultsAcross(blocks), ...faultsOfMessage(blocks)])
}

const inAttachments = (attachments: ReadonlyArray<JsonObject>): ReadonlyArray<Problem> => [
  ...(attachments.length > limits.attachments.limit
    ? [problem("too_many_attachments", "", "too many attachments")]
    : []),
  ...attachments.flatMap((attachment, index) => {
    const blocks = parsed(attachment["blocks"])
    return blocks === undefined ? [] : inBlocks("invalid_attachments", `/attachments/${index}/blocks`, blocks)
  })
]

const inMetadata = (metadata: unknown): ReadonlyArray<Problem> => {
  if (metadata === undefined) return []
  if (!isObject(metadata)) return [problem("invalid_metadata_format", "/metadata", mustBeA("object"))]
  return [
    ...(typeof metadata["event_type"] === "string"
      ? []
      : [problem("invalid_metadata_format", "/metadata", missingField("event_type"))]),
    ...(isObject(metadata["event_payload"])
      ? []
      : [problem("invalid_metadata_format", "/metadata", missingField("event_payload"))])
  ]
}

/**
 * Everything Slack would refuse in a message, the first of which gives its answer the code; empty when it takes it.
 *
 * @param method `chat.update` takes less text than the others
 */
export const checkMessage = (message: Message, method = "chat.postMessage"): ReadonlyArray<Problem> => {
  const text = typeof message.text === "string" ? message.text : ""
  const markdown = typeof message.markdown_text === "string" ? message.markdown_text : ""
  const blocks = message.blocks === "" ? undefined : parsed(message.blocks)
  const attachments = objectsOf(parsed(message.attachments))
  const written = objectsOf(blocks)
  const longest = method === "chat.update" ? limits.updatedText.limit : limits.messageText.limit
  const tables = [...written, ...attachments.flatMap((attachment) => objectsOf(parsed(attachment["blocks"])))].filter(
    (block) => block["type"] === "table"
  )
  const isSilent =
    text === "" &&
    markdown === "" &&
    attachments.length === 0 &&
    (blocks === undefined || Array.isArray(blocks)) &&
    written.length === 0
  return [
    ...(isSilent ? [problem("no_text", "", "no text")] : []),
    ...(text.length > longest ? [problem("msg_too_long", "/text", lessThan(longest))] : []),
    ...(markdown !== "" && (text !== "" || written.length > 0)
      ? [problem("markdown_text_conflict", "/markdown_text", "must not be used with `text` or `blocks`")]
      : []),
    ...(markdown.length > limits.markdown.limit
      ? [problem("msg_too_long", "/markdown_text", lessThan(limits.markdown.limit))]
      : []),
    ...(blocks === undefined ? [] : inBlocks("invalid_blocks", "/blocks", blocks)),
    ...(textIn(written) > limits.blocksTogether.limit
      ? [problem("msg_blocks_too_long", "", `blocks hold more than ${limits.blocksTogether.limit} characters`)]
      : []),
    ...inAttachments(attachments),
    ...(tables.length > limits.tables.limit ? [problem("invalid_attachments", "", "only_one_table_allowed")] : []),
    ...inMetadata(parsed(message.metadata))
  ]
}
