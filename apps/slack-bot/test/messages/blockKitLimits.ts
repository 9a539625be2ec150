/**
 * What Slack refuses, as a check of ours: a message with a header of 151 characters would otherwise fail only in
 * the workspace. Source: docs.slack.dev/reference/block-kit and /reference/views; the total is measured
 * (slackapi/bolt-js issue 2509: `msg_blocks_too_long` from about 13,200 characters).
 */
import type { HomeView, ModalView } from "@slack/types"
import type { MessageContent } from "../../src/messages/MessageContent.ts"

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)
const listOf = (value: unknown): ReadonlyArray<Json> => (Array.isArray(value) ? value.filter(isObject) : [])
const textOf = (value: unknown): string => (isObject(value) && typeof value["text"] === "string" ? value["text"] : "")

const tooLong = (what: string, text: string, limit: number): ReadonlyArray<string> => {
  if (text.length === 0) return [`${what} is empty`]
  return text.length > limit ? [`${what} has ${text.length} characters of ${limit}`] : []
}

const tooMany = (what: string, items: ReadonlyArray<unknown>, limit: number): ReadonlyArray<string> => [
  ...(items.length === 0 ? [`${what}: none`] : []),
  ...(items.length > limit ? [`${what}: ${items.length} of ${limit}`] : [])
]

const repeated = (what: string, ids: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  new Set(ids).size === ids.length ? [] : [`${what} repeated: ${ids.join(", ")}`]

const optionLimits: Readonly<Record<string, number>> = { radio_buttons: 10, checkboxes: 10, static_select: 100 }

const elementViolations = (element: Json): ReadonlyArray<string> => {
  const type = String(element["type"])
  const options = listOf(element["options"])
  const limit = optionLimits[type]
  return [
    ...tooLong(`${type} action_id`, String(element["action_id"] ?? ""), 255),
    ...(type === "button" ? tooLong("button text", textOf(element["text"]), 75) : []),
    ...(type === "button" ? tooLong("button value", String(element["value"] ?? ""), 2_000) : []),
    ...(limit === undefined ? [] : tooMany(`${type} options`, options, limit)),
    ...options.flatMap((option) => [
      ...tooLong("option text", textOf(option["text"]), 75),
      ...tooLong("option value", String(option["value"] ?? ""), 75)
    ]),
    ...(type === "plain_text_input" ? tooLong("placeholder", textOf(element["placeholder"]), 150) : [])
  ]
}

const blockViolations = (block: Json): ReadonlyArray<string> => {
  switch (block["type"]) {
    case "header":
      return tooLong("header", textOf(block["text"]), 150)
    case "section":
      return "fields" in block
        ? [
            ...tooMany("section fields", listOf(block["fields"]), 10),
            ...listOf(block["fields"]).flatMap((field) => tooLong("section field", textOf(field), 2_000))
          ]
        : tooLong("section", textOf(block["text"]), 3_000)
    case "context":
      return [
        ...tooMany("context elements", listOf(block["elements"]), 10),
        ...listOf(block["elements"]).flatMap((element) => tooLong("context", textOf(element), 3_000))
      ]
    case "actions": {
      const elements = listOf(block["elements"])
      return [
        ...tooMany("actions", elements, 25),
        ...elements.flatMap(elementViolations),
        ...repeated(
          "action_id in a block",
          elements.map((element) => element["action_id"])
        )
      ]
    }
    case "input":
      return [
        ...tooLong("label", textOf(block["label"]), 2_000),
        ...("hint" in block ? tooLong("hint", textOf(block["hint"]), 2_000) : []),
        ...(isObject(block["element"]) ? elementViolations(block["element"]) : ["input without an element"])
      ]
    case "divider":
      return []
    default:
      return [`a block this check does not know: ${String(block["type"])}`]
  }
}

const blocksViolations = (blocks: ReadonlyArray<unknown>, limit: number): ReadonlyArray<string> => {
  const known = listOf(blocks)
  const ids = known.flatMap((block) => (block["block_id"] === undefined ? [] : [block["block_id"]]))
  return [
    ...tooMany("blocks", known, limit),
    ...known.flatMap(blockViolations),
    ...ids.flatMap((id) => tooLong("block_id", String(id), 255)),
    ...repeated("block_id", ids)
  ]
}

export const messageViolations = ({ text, blocks }: MessageContent): ReadonlyArray<string> => [
  ...tooLong("text", text, 4_000),
  ...blocksViolations(blocks, 50),
  ...(JSON.stringify(blocks).length > 13_000 ? [`all blocks together: ${JSON.stringify(blocks).length}`] : [])
]

export const modalViolations = (view: ModalView): ReadonlyArray<string> => [
  ...tooLong("title", view.title.text, 24),
  ...(view.submit === undefined ? [] : tooLong("submit", view.submit.text, 24)),
  ...(view.close === undefined ? [] : tooLong("close", view.close.text, 24)),
  ...((view.private_metadata?.length ?? 0) > 3_000 ? ["private_metadata too long"] : []),
  ...(view.blocks.some((block) => block.type === "input") && view.submit === undefined ? ["inputs, no submit"] : []),
  ...blocksViolations(view.blocks, 100)
]

export const homeViolations = (view: HomeView): ReadonlyArray<string> => blocksViolations(view.blocks, 100)
