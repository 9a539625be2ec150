/** How Slack shows each message: its sentences in Slack's marks, and its buttons. */

import { type Message, noticeOf, type Renderer, renderBy } from "@safe-return/outreach"
import type { MessageContent } from "../blocks/MessageContent.ts"
import { slackStyle } from "../blocks/slackStyle.ts"
import { noticeContent } from "./noticeContent.ts"
import { perhapsRepeated } from "./perhapsRepeated.ts"
import { slackParts } from "./slackParts.ts"

/** Several people may be sent the very same. */
const rendered = new WeakMap<Message, MessageContent>()

const contentOf = (message: Message): MessageContent => {
  const known = rendered.get(message)
  if (known !== undefined) return known
  const content = noticeContent(noticeOf(message, slackStyle), renderBy(slackParts, message))
  rendered.set(message, content)
  return content
}

export const slackRenderer: Renderer<MessageContent> = {
  render: (message, { mayBeRepeated = false } = {}) =>
    mayBeRepeated ? perhapsRepeated(contentOf(message)) : contentOf(message)
}
