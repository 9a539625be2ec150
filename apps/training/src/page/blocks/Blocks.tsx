import type { KnownBlock } from "@slack/types"
import { lazy, Suspense } from "react"
import { ActionsBlock } from "./ActionsBlock.tsx"
import { ChartBlock, isChartBlock } from "./ChartBlock.tsx"
import { ContextBlock } from "./ContextBlock.tsx"
import { DataTableBlock } from "./DataTableBlock.tsx"
import { withEmoji } from "./emoji.ts"
import { InputBlock } from "./InputBlock.tsx"
import { SectionBlock } from "./SectionBlock.tsx"

/** Large, and seldom needed: fetched from this server when the first such block is shown. */
const DisplayBlock = lazy(() => import("./DisplayBlock.tsx"))

interface BlockProps {
  readonly block: KnownBlock
  readonly Heading: "h2" | "h3"
}

const Block = ({ block, Heading }: BlockProps) => {
  if (isChartBlock(block)) return <ChartBlock block={block} />
  switch (block.type) {
    case "header":
      return <Heading className="block-header">{withEmoji(block.text.text)}</Heading>
    case "divider":
      return <hr className="block-divider" />
    case "section":
      return <SectionBlock block={block} />
    case "context":
      return <ContextBlock block={block} />
    case "actions":
      return <ActionsBlock block={block} />
    case "data_table":
      return <DataTableBlock block={block} />
    case "input":
      return <InputBlock block={block} />
    default:
      return (
        <Suspense fallback={<p className="quiet">Loading…</p>}>
          <DisplayBlock block={block} />
        </Suspense>
      )
  }
}

interface BlocksProps {
  readonly blocks: ReadonlyArray<KnownBlock>
  /** The level of their headings: one below what they stand under. */
  readonly Heading?: "h2" | "h3"
}

/** Slack's blocks: text and controls are ours, because the library does not report their use; it draws the rest. */
export const Blocks = ({ blocks, Heading = "h3" }: BlocksProps) => (
  <div className="blocks">
    {blocks.map((block) => (
      <Block key={`${block.type} ${block.block_id}`} block={block} Heading={Heading} />
    ))}
  </div>
)
