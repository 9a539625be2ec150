import type { SectionBlock } from "@slack/types"
import { button } from "../elements/button.ts"
import { checkboxes } from "../elements/checkboxes.ts"
import { datePicker } from "../elements/datePicker.ts"
import { imageElement } from "../elements/image.ts"
import { multiSelectMenus } from "../elements/multiSelectMenu.ts"
import { overflowMenu } from "../elements/overflowMenu.ts"
import { radioButtons } from "../elements/radioButtons.ts"
import { selectMenus } from "../elements/selectMenu.ts"
import { timePicker } from "../elements/timePicker.ts"
import { workflowButton } from "../elements/workflowButton.ts"
import { eitherText } from "../objects/text.ts"
import { block, byType, flag, listOf } from "../Shape.ts"
import { oneOfThese } from "../words.ts"

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
