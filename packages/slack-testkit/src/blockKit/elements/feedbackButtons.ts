import type { FeedbackButtons } from "@slack/types"
import { plainText } from "../objects/text.ts"
import { composition, element, text } from "../Shape.ts"

const page = "feedback-buttons-element"

const feedbackButton = composition<FeedbackButtons["positive_button"]>(
  "feedback button",
  {
    page,
    required: ["text", "value"],
    fields: { text: plainText(75), value: text({ max: 2000 }), accessibility_label: text({ max: 75 }) }
  },
  "block-elements"
)

export const feedbackButtons = element<FeedbackButtons>("feedback_buttons", {
  page,
  surfaces: ["message"],
  required: ["positive_button", "negative_button"],
  fields: { positive_button: feedbackButton, negative_button: feedbackButton }
})
