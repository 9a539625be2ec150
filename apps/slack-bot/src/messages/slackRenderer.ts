/** How Slack shows each message: its sentences in Slack's marks, and its buttons. */
import { reachOf } from "@safe-return/casework"
import { MAY_BE_REPEATED, type Message, noticeOf, type Renderer, renderBy } from "@safe-return/outreach"
import type { Button } from "@slack/types"
import { context, type MessageContent } from "../blocks/blocks.ts"
import { withoutButtons } from "../blocks/withoutButtons.ts"
import { buttons } from "../forms/registry.ts"
import { noticeContent } from "./noticeContent.ts"
import { slackParts } from "./slackParts.ts"
import { slackStyle } from "./slackStyle.ts"

/** As many blocks as Slack takes: https://docs.slack.dev/reference/block-kit/blocks. */
const MOST_BLOCKS = 50

/** What could not be recorded as sent may come again: a person who reads it twice is told why. */
const perhapsRepeated = ({ text, blocks }: MessageContent): MessageContent => ({
  text: `${text} (${MAY_BE_REPEATED})`,
  // Where there is no room for another block, the words on the lock screen alone say so.
  blocks: blocks.length === 0 || blocks.length >= MOST_BLOCKS ? blocks : [...blocks, context(MAY_BE_REPEATED)]
})

/** Without what none of the reader's roles may do, on any case. */
const forItsReader = ({ readerRoles }: Message, content: MessageContent): MessageContent => {
  if (readerRoles === undefined) return content
  const roles = new Set(readerRoles)
  const isRefused = ({ action_id: id = "" }: Button): boolean => {
    const permission = buttons.get(id)?.permission
    return permission !== undefined && permission !== "anyone" && reachOf(roles, permission) === "none"
  }
  return { ...content, blocks: withoutButtons(content.blocks, isRefused) }
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
