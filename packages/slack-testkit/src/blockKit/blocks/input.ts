import type { InputBlock } from "@slack/types"
import { checkboxes } from "../elements/checkboxes.ts"
import { datePicker } from "../elements/datePicker.ts"
import { datetimePicker } from "../elements/datetimePicker.ts"
import { emailInput } from "../elements/emailInput.ts"
import { fileInput } from "../elements/fileInput.ts"
import { multiSelectMenus } from "../elements/multiSelectMenu.ts"
import { numberInput } from "../elements/numberInput.ts"
import { plainTextInput } from "../elements/plainTextInput.ts"
import { radioButtons } from "../elements/radioButtons.ts"
import { richTextInput } from "../elements/richTextInput.ts"
import { selectMenus } from "../elements/selectMenu.ts"
import { timePicker } from "../elements/timePicker.ts"
import { urlInput } from "../elements/urlInput.ts"
import { plainText } from "../objects/text.ts"
import { block, byType, flag } from "../Shape.ts"

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
