import type {
  RichTextBlock,
  RichTextBroadcastMention,
  RichTextChannelMention,
  RichTextColor,
  RichTextDate,
  RichTextEmoji,
  RichTextLink,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
  RichTextTeamMention,
  RichTextText,
  RichTextUsergroupMention,
  RichTextUserMention
} from "@slack/types"
import { anything, block, byType, flag, listOf, part, text, whole, words } from "../Shape.ts"

const page = "rich-text-block"
/** Slack's pages disagree on which styles go with which piece. */
const style = anything

const pieces = [
  part<RichTextText>("text", { page, required: ["text"], fields: { text: text(), style } }),
  part<RichTextLink>("link", {
    page,
    required: ["url"],
    fields: { url: text(), text: text(), unsafe: flag, style }
  }),
  part<RichTextUserMention>("user", { page, required: ["user_id"], fields: { user_id: text(), style } }),
  part<RichTextUsergroupMention>("usergroup", {
    page,
    required: ["usergroup_id"],
    fields: { usergroup_id: text(), style }
  }),
  part<RichTextChannelMention>("channel", { page, required: ["channel_id"], fields: { channel_id: text(), style } }),
  part<RichTextTeamMention>("team", { page, required: ["team_id"], fields: { team_id: text(), style } }),
  part<RichTextEmoji>("emoji", {
    page,
    required: ["name"],
    fields: { name: text(), unicode: text(), url: text(), skin_tone: whole(), style }
  }),
  part<RichTextBroadcastMention>("broadcast", {
    page,
    required: ["range"],
    fields: { range: words("here", "channel", "everyone"), style }
  }),
  part<RichTextColor>("color", { page, required: ["value"], fields: { value: text(), style } }),
  part<RichTextDate>("date", {
    page,
    required: ["timestamp", "format"],
    fields: { timestamp: whole(), format: text(), url: text(), fallback: text(), style }
  })
]

const border = words(0, 1)
const line = listOf(byType(() => pieces))

const section = part<RichTextSection>("rich_text_section", {
  page,
  required: ["elements"],
  fields: { elements: line }
})

const list = part<RichTextList>("rich_text_list", {
  page,
  required: ["elements", "style"],
  fields: {
    elements: listOf(byType(() => [section])),
    style: words("bullet", "ordered"),
    indent: whole({ min: 0, max: 8 }),
    offset: whole({ min: 0 }),
    border
  }
})

const quote = part<RichTextQuote>("rich_text_quote", {
  page,
  required: ["elements"],
  fields: { elements: line, border }
})

const preformatted = part<RichTextPreformatted>("rich_text_preformatted", {
  page,
  required: ["elements"],
  fields: { elements: line, border, language: text() }
})

export const richText = block<RichTextBlock>("rich_text", {
  page,
  required: ["elements"],
  fields: { elements: listOf(byType(() => [section, list, quote, preformatted])) }
})
