import type { ModalView } from "@slack/types"
import { escapeSlack, section } from "../blocks/blocks.ts"

/** A modal that only says something: where a form could not be opened, or its outcome came late. */
export const noticeView = (sentence: string): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "Safe Return" },
  close: { type: "plain_text", text: "Close" },
  // Once read, whatever it was opened from is out of date and closes with it.
  clear_on_close: true,
  blocks: [section(escapeSlack(sentence))]
})
