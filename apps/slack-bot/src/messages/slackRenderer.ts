/** How Slack shows each message: its sentences in Slack's marks, and its buttons. */
import { MAY_BE_REPEATED, type Message, noticeOf, type Renderer, renderBy } from "@safe-return/outreach"
import type { ContextBlock } from "@slack/types"
import { context, type MessageContent, type ShownBlock } from "../blocks/blocks.ts"
import { isChart } from "../blocks/chart.ts"
import { withoutButtons } from "../blocks/withoutButtons.ts"
import { isOpenTo } from "../forms/registry.ts"
import { noticeContent } from "./noticeContent.ts"
import { slackParts } from "./slackParts.ts"
import { slackStyle } from "./slackStyle.ts"

/** As many blocks as Slack takes: https://docs.slack.dev/reference/block-kit/blocks. */
const MOST_BLOCKS = 50

type Blocks = Omit<MessageContent, "text">

type Change = <Shown extends ShownBlock>(blocks: ReadonlyArray<Shown>) => ReadonlyArray<Shown | ContextBlock>

/** With charts and tables, with tables, and without. */
const eachOf = ({ blocks, withTables, withCharts }: Blocks, change: Change): Blocks => ({
  blocks: change(blocks),
  ...(withTables === undefined ? {} : { withTables: change(withTables) }),
  ...(withCharts === undefined ? {} : { withCharts: change(withCharts) })
})

/** What could not be recorded as sent may come again: a person who reads it twice is told why. */
const perhapsRepeated = ({ text, ...content }: MessageContent): MessageContent => ({
  text: `${text} (${MAY_BE_REPEATED})`,
  // Where there is no room for another block, the words on the lock screen alone say so.
  ...eachOf(content, (blocks) =>
    blocks.length === 0 || blocks.length >= MOST_BLOCKS ? blocks : [...blocks, context(MAY_BE_REPEATED)]
  )
})

/** Without what would refuse its readers. */
const forItsReader = ({ readerMay }: Message, content: MessageContent): MessageContent => {
  if (readerMay === undefined) return content
  const { text, blocks, withTables, withCharts } = content
  const each = withoutButtons(({ action_id: id = "" }) => !isOpenTo(readerMay, id))
  return {
    text,
    blocks: blocks.flatMap(each),
    ...(withTables === undefined ? {} : { withTables: withTables.flatMap(each) }),
    ...(withCharts === undefined
      ? {}
      : {
          withCharts: withCharts.flatMap((block): ReadonlyArray<ShownBlock> => (isChart(block) ? [block] : each(block)))
        })
  }
}

/** Several people may be sent the very same. */
const rendered = new WeakMap<Message, MessageContent>()

const contentOf = (message: Message): MessageContent => {
  const known = rendered.get(message)
  if (known !== undefined) return known
  const content = forItsReader(message, noticeContent(noticeOf(message, slackStyle), renderBy(slackParts, message)))
  rendered.set(message, content)
  return content
}

export const slackRenderer: Renderer<MessageContent> = {
  render: (message, { mayBeRepeated = false } = {}) =>
    mayBeRepeated ? perhapsRepeated(contentOf(message)) : contentOf(message)
}
