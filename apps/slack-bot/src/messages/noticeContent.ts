import type { Notice, Paragraph } from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, facts, header, section, sectionWith } from "../blocks/blocks.ts"

/** What Slack shows of a message besides its sentences. */
export interface SlackParts {
  /** Beside a deadline: why it is when it is. */
  readonly why?: Button
  /** Beside the paragraphs, in their order. */
  readonly beside?: ReadonlyArray<Button | undefined>
  /** Between the first paragraph and the others. */
  readonly afterFirst?: ReadonlyArray<KnownBlock>
  /** At the end. */
  readonly more?: ReadonlyArray<KnownBlock>
}

const withButton = (text: string, button: Button | undefined): KnownBlock =>
  button === undefined ? section(text) : sectionWith(text, button)

export const paragraphBlock = (paragraph: Paragraph, why?: Button, beside?: Button): KnownBlock => {
  if (typeof paragraph === "string") return withButton(paragraph, beside)
  if ("small" in paragraph) return context(paragraph.small)
  return "facts" in paragraph ? facts(paragraph.facts) : withButton(paragraph.deadline, why)
}

export const noticeContent = (
  { summary, title, paragraphs }: Notice,
  { why, beside = [], afterFirst = [], more = [] }: SlackParts = {}
): MessageContent => {
  const [first, ...others] = paragraphs.map((paragraph, index) => paragraphBlock(paragraph, why, beside[index]))
  return {
    text: summary,
    blocks: [
      ...(title === undefined ? [] : [header(title)]),
      ...(first === undefined ? [] : [first]),
      ...afterFirst,
      ...others,
      ...more
    ]
  }
}
