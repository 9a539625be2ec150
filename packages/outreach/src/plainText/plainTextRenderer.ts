/** Every message in plain words, for e-mail, a console or a log. */
import type { PersonId } from "@safe-return/domain/pathway"
import type { Notice, Paragraph, Style } from "../notices/Notice.ts"
import { noticeOf } from "../notices/noticeOf.ts"
import type { Renderer } from "../sending/Renderer.ts"
import { MAY_BE_REPEATED } from "../sending/Renderer.ts"

interface PlainText {
  readonly subject: string
  readonly lines: ReadonlyArray<string>
}

const wordsOf = (paragraph: Paragraph): ReadonlyArray<string> => {
  if (typeof paragraph === "string") return paragraph.split("\n")
  if ("facts" in paragraph) return paragraph.facts.map(([label, value]) => `${label}: ${value}`)
  if ("line" in paragraph) return paragraph.line.split("\n")
  if ("table" in paragraph) return paragraph.table.lines
  if ("chart" in paragraph) return paragraph.chart.lines
  return ("small" in paragraph ? paragraph.small : paragraph.deadline).split("\n")
}

const linesOf = ({ summary, title, paragraphs }: Notice): ReadonlyArray<string> => [
  ...(title === undefined ? [] : [title]),
  ...(paragraphs.length === 0 ? [summary] : paragraphs.flatMap(wordsOf))
]

/**
 * @param personName how people are named to readers, by their id
 * @param workspace what people call the channel they work in
 * @param say puts our sentences into the council's own words
 */
export const makePlainTextRenderer = (
  personName: (person: PersonId) => string,
  workspace = "Slack",
  say: (text: string) => string = (text) => text
): Renderer<PlainText> => {
  const style: Style = {
    workspace,
    strong: (text) => text,
    code: (command) => command,
    text: (text) => text,
    person: personName,
    sign: () => ""
  }
  return {
    render: (message, { mayBeRepeated = false } = {}) => {
      const notice = noticeOf(message, style)
      const lines = linesOf(notice).map(say)
      return { subject: say(notice.summary), lines: mayBeRepeated ? [...lines, MAY_BE_REPEATED] : lines }
    }
  }
}
