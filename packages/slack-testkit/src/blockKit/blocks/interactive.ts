/** Blocks that people act on. */
import type { ActionsBlock, ContextActionsBlock, InputBlock, SectionBlock } from "@slack/types"
import { button, feedbackButtons, iconButton, overflowMenu, workflowButton } from "../elements/buttons.ts"
import { checkboxes, radioButtons } from "../elements/choices.ts"
import { imageElement } from "../elements/image.ts"
import { emailInput, fileInput, numberInput, plainTextInput, richTextInput, urlInput } from "../elements/inputs.ts"
import { multiSelectMenus, selectMenus } from "../elements/menus.ts"
import { datePicker, datetimePicker, timePicker } from "../elements/pickers.ts"
import { block, byType, flag, listOf } from "../Shape.ts"
import { eitherText, plainText } from "../text.ts"
import { oneOfThese } from "../words.ts"

const elements = [
  button,
  checkboxes,
  datePicker,
  datetimePicker,
  ...multiSelectMenus,
  overflowMenu,
  radioButtons,
  richTextInput,
  ...selectMenus,
  timePicker,
  workflowButton
]

export const actions = block<ActionsBlock>("actions", {
  page: "actions-block",
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => elements),
      { min: 1, max: 25 }
    )
  }
})

export const contextActions = block<ContextActionsBlock>("context_actions", {
  page: "context-actions-block",
  surfaces: ["message"],
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => [feedbackButtons, iconButton]),
      { min: 1, max: 5 }
    )
  }
})

const inputs = [
  checkboxes,
  datePicker,
  datetimePicker,
  emailInput,
  fileInput,
  ...multiSelectMenus,
  numberInput,
  plainTextInput,
  radioButtons,
  richTextInput,
  ...selectMenus,
  timePicker,
  urlInput
]

export const input = block<InputBlock>("input", {
  page: "input-block",
  required: ["label", "element"],
  fields: {
    label: plainText(2000),
    hint: plainText(2000),
    optional: flag,
    dispatch_action: flag,
    element: byType(() => inputs)
  }
})

const accessories = [
  button,
  checkboxes,
  datePicker,
  imageElement,
  ...multiSelectMenus,
  overflowMenu,
  radioButtons,
  ...selectMenus,
  timePicker,
  workflowButton
]

export const section = block<SectionBlock>("section", {
  page: "section-block",
  fields: {
    text: eitherText(3000),
    fields: listOf(eitherText(2000), { min: 1, max: 10 }),
    accessory: byType(() => accessories),
    expand: flag
  },
  rule: ({ text, fields }) =>
    text === undefined && fields === undefined ? [{ at: "/type", words: oneOfThese("text", "fields") }] : []
})
