import type { ChartParagraph, Notice, Paragraph, TableParagraph, ToDo } from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import type { MessageContent, ShownBlock } from "../blocks/blocks.ts"
import { context, facts, header, linesInSections, section, sectionWith } from "../blocks/blocks.ts"
import { chart } from "../blocks/chart.ts"
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

type TextParagraph = Exclude<Paragraph, TableParagraph | ChartParagraph>

const paragraphBlock = (paragraph: TextParagraph, why?: Button, beside?: Button): KnownBlock => {
  if (typeof paragraph === "string") return withButton(paragraph, beside)
  if ("small" in paragraph) return context(paragraph.small)
  if ("line" in paragraph) return withButton(paragraph.line, beside)
  return "facts" in paragraph ? facts(paragraph.facts) : withButton(paragraph.deadline, why)
}

/** How what is drawn is shown: as Slack draws it, or as lines. */
interface Drawn<Block> {
  readonly table: (table: TableParagraph["table"]) => ReadonlyArray<Block>
  readonly chart: (chart: ChartParagraph["chart"]) => ReadonlyArray<Block>
}

const isTable = (paragraph: Paragraph): paragraph is TableParagraph =>
  typeof paragraph === "object" && "table" in paragraph

const isChart = (paragraph: Paragraph): paragraph is ChartParagraph =>
  typeof paragraph === "object" && "chart" in paragraph

const blocksOf = <Block extends ShownBlock>(
  { title, paragraphs }: Notice,
  { why, beside = [], afterFirst = [], todoButton, more = [] }: SlackParts,
  drawn: Drawn<Block | KnownBlock>
): ReadonlyArray<Block | KnownBlock> => {
  const [first, ...others] = paragraphs.flatMap((paragraph, index) => {
    if (isTable(paragraph)) return drawn.table(paragraph.table)
    if (isChart(paragraph)) return drawn.chart(paragraph.chart)
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

const asLines = ({ lines }: { readonly lines: ReadonlyArray<string> }) => linesInSections(lines)
const asTable = (table: TableParagraph["table"]) => [dataTable(table)]
/** The figures stand below it, because not every device draws it. */
const asChart = (shown: ChartParagraph["chart"]): ReadonlyArray<ShownBlock> => [...chart(shown), ...asLines(shown)]

export const noticeContent = (notice: Notice, parts: SlackParts = {}): MessageContent => ({
  text: notice.summary,
  blocks: blocksOf<KnownBlock>(notice, parts, { table: asLines, chart: asLines }),
  ...(notice.paragraphs.some(isTable)
    ? { withTables: blocksOf<KnownBlock>(notice, parts, { table: asTable, chart: asLines }) }
    : {}),
  ...(notice.paragraphs.some(isChart)
    ? { withCharts: blocksOf<ShownBlock>(notice, parts, { table: asTable, chart: asChart }) }
    : {})
})
