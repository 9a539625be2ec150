import type { KnownBlock } from "@slack/types"
import { section } from "./blocks.ts"

/**
 * What is posted. `text` is what a phone's lock screen shows: like the blocks, it carries the case reference, what
 * is to be done and by when, and never a name.
 */
export interface MessageContent {
  readonly text: string
  readonly blocks: ReadonlyArray<KnownBlock>
}

/** A sentence or two in mrkdwn and nothing else. */
export const plainly = (text: string): MessageContent => ({ text, blocks: [section(text)] })
