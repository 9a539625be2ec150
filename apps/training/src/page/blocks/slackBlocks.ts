import type { KnownBlock } from "@slack/types"

/** The server's blocks with types; one without an id gets one, as in Slack, so that choices can be told apart. */
export const slackBlocks = (blocks: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<KnownBlock> =>
  // The test kit has held them to Slack's schema before they are sent here.
  (blocks as unknown as ReadonlyArray<KnownBlock>).map((block, index) =>
    block.block_id === undefined ? { ...block, block_id: `block-${index}` } : block
  )
