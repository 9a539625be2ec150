import { composition, flag, type Shape, text } from "./Shape.ts"

/** Text objects. Where a field gives a limit of its own, that one counts; 3,000 characters otherwise. */
const longest = 3000

export const textObject = composition<{ text: string; emoji?: boolean; verbatim?: boolean }>("text object", {
  page: "text-object",
  required: ["text"],
  fields: { text: text({ min: 1, max: longest }), emoji: flag, verbatim: flag }
})

export const plainText = (max: number = longest): Shape => ({ _tag: "TextObject", kinds: ["plain_text"], max })
export const markup = (max: number = longest): Shape => ({ _tag: "TextObject", kinds: ["mrkdwn"], max })
export const eitherText = (max: number = longest): Shape => ({
  _tag: "TextObject",
  kinds: ["plain_text", "mrkdwn"],
  max
})

/** What stands in an input before anything is typed. */
export const placeholder = plainText(150)
