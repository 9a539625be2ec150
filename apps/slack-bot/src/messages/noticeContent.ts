import type { Notice, Paragraph, TableParagraph, ToDo } from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, facts, header, linesInSections, section, sectionWith } from "../blocks/blocks.ts"
import { dataTable } from "../blocks/dataTable.ts"

/** What Slack shows of a message besides its sentences. */
export interface SlackParts {
  /** Beside a deadline: why it is when it is. */
  readonly why?: Button
  /** Beside the paragraphs, in their order. */
  readonly beside?: ReadonlyArray<Button | undefined>
  /** Between the first paragraph and the others. */
  readonly afterFirst?: ReadonlyArray<KnownBlock>
  /** Beside a line that says what its reader can do. */
  readonly todoButton?: (todo: ToDo) => Button
  /** At the end. */
  readonly more?: ReadonlyArray<KnownBlock>
}

const withButton = (text: string, button: Button | undefined): KnownBlock =>
  button === undefined ? section(text) : sectionWith(text, button)

type TextParagraph = Exclude<Paragraph, TableParagraph>

const paragraphBlock = (paragraph: TextParagraph, why?: Button, beside?: Button): KnownBlock => {
  if (typeof paragraph === "string") return withButton(paragraph, beside)
  if ("small" in paragraph) return context(paragraph.small)
  if ("line" in paragraph) return withButton(paragraph.line, beside)
  return "facts" in paragraph ? facts(paragraph.facts) : withButton(paragraph.deadline, why)
}

type TableBlocks = (table: TableParagraph["table"]) => ReadonlyArray<KnownBlock>

const isTable = (paragraph: Paragraph): paragraph is TableParagraph =>
  typeof paragraph === "object" && "table" in paragraph

const blocksOf = (
  { title, paragraphs }: Notice,
  { why, beside = [], afterFirst = [], todoButton, more = [] }: SlackParts,
  tableBlocks: TableBlocks
): ReadonlyArray<KnownBlock> => {
  const [first, ...others] = paragraphs.flatMap((paragraph, index) => {
    if (isTable(paragraph)) return tableBlocks(paragraph.table)
    const own = typeof paragraph === "object" && "line" in paragraph ? todoButton?.(paragraph.todo) : undefined
    return [paragraphBlock(paragraph, why, own ?? beside[index])]
  })
  return [
    ...(title === undefined ? [] : [header(title)]),
    ...(first === undefined ? [] : [first]),
    ...afterFirst,
    ...others,
    ...more
  ]
}

export const noticeContent = (notice: Notice, parts: SlackParts = {}): MessageContent => ({
  text: notice.summary,
  blocks: blocksOf(notice, parts, ({ lines }) => linesInSections(lines)),
  ...(notice.paragraphs.some(isTable) ? { withTables: blocksOf(notice, parts, (table) => [dataTable(table)]) } : {})
})
