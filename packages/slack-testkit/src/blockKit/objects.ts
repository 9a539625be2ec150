/** The objects that blocks and elements are made of. */

import type {
  ConfirmationDialog,
  ConversationFilter,
  DispatchActionConfig,
  Option,
  OptionGroup,
  WorkflowButton
} from "@slack/types"
import { isObject, type JsonObject, objectsOf } from "../json.ts"
import { anything, type BlockFault, composition, flag, listOf, text, words } from "./Shape.ts"
import { eitherText, plainText } from "./text.ts"
import { notAnOption, notBoth, oneOfThese } from "./words.ts"

/** A thing that is given in one of two ways, and never in both. */
export const exactlyOne =
  (one: string, other: string) =>
  (thing: JsonObject): ReadonlyArray<BlockFault> => {
    const words = thing[one] === undefined ? oneOfThese : notBoth
    return (thing[one] === undefined) === (thing[other] === undefined) ? [{ at: "", words: words(one, other) }] : []
  }

const slackFile = composition<{ url?: string; id?: string }>("Slack file", {
  page: "slack-file-object",
  fields: { url: text(), id: text() },
  rule: exactlyOne("url", "id")
})

/** An image comes from a URL or from a file in Slack, never both. */
export const imageFields = { image_url: text({ max: 3000 }), slack_file: slackFile }

export const oneImage = exactlyOne("image_url", "slack_file")

/** Options. In menus they are plain text, beside boxes and circles they may have markup, in overflow menus a URL. */
const page = "option-object"
const longest = 75
const value = text({ max: 150 })
const required = ["text", "value"] as const

export const option = composition<Omit<Option, "url">>("option of a menu", {
  page,
  required,
  fields: { text: plainText(longest), value, description: plainText(longest) }
})

export const markedUpOption = composition<Omit<Option, "url">>("option of checkboxes and radio buttons", {
  page,
  required,
  fields: { text: eitherText(longest), value, description: eitherText(longest) }
})

export const overflowOption = composition<Option>("option of an overflow menu", {
  page,
  required,
  fields: { text: plainText(longest), value, description: plainText(longest), url: text({ max: 3000 }) }
})

export const optionGroup = composition<OptionGroup>("option group", {
  page: "option-group-object",
  required: ["label", "options"],
  fields: { label: plainText(75), options: listOf(option, { min: 1, max: 100 }) }
})

/** What is chosen beforehand has to be among what there is to choose. */
const valuesIn = (element: JsonObject): ReadonlyArray<unknown> =>
  [
    ...objectsOf(element["options"]),
    ...objectsOf(element["option_groups"]).flatMap((group) => objectsOf(group["options"]))
  ].map((option) => option["value"])

export const initialAmongOptions = (element: JsonObject): ReadonlyArray<BlockFault> => {
  const values = valuesIn(element)
  const { initial_option: one, initial_options: several } = element
  return [
    ...(isObject(one) && !values.includes(one["value"]) ? [{ at: "/initial_option", words: notAnOption }] : []),
    ...objectsOf(several).flatMap((option, index) =>
      values.includes(option["value"]) ? [] : [{ at: `/initial_options/${index}`, words: notAnOption }]
    )
  ]
}

export const conversationFilter = composition<ConversationFilter>("conversation filter", {
  page: "conversation-filter-object",
  fields: {
    include: listOf(words("im", "mpim", "private", "public"), { min: 1 }),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag
  }
})

export const dispatchActionConfiguration = composition<DispatchActionConfig>("dispatch action configuration", {
  page: "dispatch-action-configuration-object",
  fields: { trigger_actions_on: listOf(words("on_enter_pressed", "on_character_entered"), { min: 1, max: 2 }) }
})

export const confirmationDialog = composition<ConfirmationDialog>("confirmation dialog", {
  page: "confirmation-dialog-object",
  required: ["text"],
  fields: {
    title: plainText(100),
    text: eitherText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: words("primary", "danger")
  }
})

const inputParameter = composition<{ name: string; value: string }>("input parameter", {
  page: "trigger-object",
  required: ["name", "value"],
  fields: { name: text(), value: anything }
})

const trigger = composition<WorkflowButton["workflow"]["trigger"]>("trigger", {
  page: "trigger-object",
  required: ["url"],
  fields: { url: text(), customizable_input_parameters: listOf(inputParameter) }
})

export const workflow = composition<WorkflowButton["workflow"]>("workflow", {
  page: "workflow-object",
  required: ["trigger"],
  fields: { trigger }
})
