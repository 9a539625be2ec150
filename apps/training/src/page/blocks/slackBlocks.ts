import type { KnownBlock } from "@slack/types"

/** The server's blocks, typed; one without an id gets one, as in Slack, so that choices can be told apart. */
export const slackBlocks = (blocks: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<KnownBlock> =>
  (blocks as unknown as ReadonlyArray<KnownBlock>).map((block, index) =>
    block.block_id === undefined ? { ...block, block_id: `block-${index}` } : block
  )
