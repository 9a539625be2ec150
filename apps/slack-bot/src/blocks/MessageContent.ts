import type { KnownBlock } from "@slack/types"
import { section } from "./blocks.ts"

/** What is posted; a lock screen shows `text`: the case reference, what to do by when, and no name. */
export interface MessageContent {
  readonly text: string
  readonly blocks: ReadonlyArray<KnownBlock>
}

/** A sentence or two in mrkdwn and nothing else. */
export const plainly = (text: string): MessageContent => ({ text, blocks: [section(text)] })
