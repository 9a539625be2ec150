import type { ActionsBlock } from "@slack/types"
import { button } from "../elements/button.ts"
import { checkboxes } from "../elements/checkboxes.ts"
import { datePicker } from "../elements/datePicker.ts"
import { datetimePicker } from "../elements/datetimePicker.ts"
import { multiSelectMenus } from "../elements/multiSelectMenu.ts"
import { overflowMenu } from "../elements/overflowMenu.ts"
import { radioButtons } from "../elements/radioButtons.ts"
import { richTextInput } from "../elements/richTextInput.ts"
import { selectMenus } from "../elements/selectMenu.ts"
import { timePicker } from "../elements/timePicker.ts"
import { workflowButton } from "../elements/workflowButton.ts"
import { block, byType, listOf } from "../Shape.ts"

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
