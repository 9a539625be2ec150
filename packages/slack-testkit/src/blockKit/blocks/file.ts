/** "You can't add this block to app surfaces directly": it comes with messages that are read, never with one sent. */
import type { FileBlock } from "@slack/types"
import { block, text, words } from "../Shape.ts"

export const file = block<FileBlock>("file", {
  page: "file-block",
  surfaces: [],
  required: ["external_id", "source"],
  fields: { external_id: text(), source: words("remote") }
})
