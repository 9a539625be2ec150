import type { HeaderBlock } from "@slack/types"
import { plainText } from "../objects/text.ts"
import { block } from "../Shape.ts"

export const header = block<HeaderBlock>("header", {
  page: "header-block",
  required: ["text"],
  fields: { text: plainText(150) }
})
