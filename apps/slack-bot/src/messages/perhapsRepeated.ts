import { MAY_BE_REPEATED } from "@safe-return/outreach"
import { context } from "../blocks/blocks.ts"
import type { MessageContent } from "../blocks/MessageContent.ts"

/** As many blocks as Slack takes: https://docs.slack.dev/reference/block-kit/blocks. */
const MOST_BLOCKS = 50

/** What could not be recorded as sent may come again: a person who reads it twice is told why. */
export const perhapsRepeated = ({ text, blocks }: MessageContent): MessageContent => ({
  text: `${text} (${MAY_BE_REPEATED})`,
  // Where there is no room for another block, the words on the lock screen alone say so.
  blocks: blocks.length === 0 || blocks.length >= MOST_BLOCKS ? blocks : [...blocks, context(MAY_BE_REPEATED)]
})
