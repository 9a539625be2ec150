import type { KnownBlock } from "@slack/types"

/**
 * Blocks as they come from the server, typed. Slack gives a block without an id one of its own, so that what is
 * chosen in it can be told apart; this does the same.
 */
export const slackBlocks = (blocks: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<KnownBlock> =>
  (blocks as unknown as ReadonlyArray<KnownBlock>).map((block, index) =>
    block.block_id === undefined ? { ...block, block_id: `block-${index}` } : block
  )
