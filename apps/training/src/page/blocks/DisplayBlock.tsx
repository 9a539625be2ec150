import type { KnownBlock } from "@slack/types"
import { type Block, Message } from "slack-blocks-to-jsx"
import "slack-blocks-to-jsx/dist/style.css"
import { useTrainingContext } from "../server/TrainingContext.ts"

/** Blocks that are only looked at (rich text, tables, alerts …), drawn by `slack-blocks-to-jsx`. */
const DisplayBlock = ({ block }: { readonly block: KnownBlock }) => {
  const { workspace } = useTrainingContext()
  // Pictures and films would be fetched from elsewhere; training works without the internet.
  if (block.type === "image" || block.type === "video") return <p className="quiet">Picture: {block.alt_text}</p>
  return (
    <Message
      withoutWrapper
      theme="light"
      name=""
      logo=""
      blocks={[block as Block]}
      data={{
        users: workspace.personas.map(({ id, name }) => ({ id, name })),
        channels: workspace.conversations.map(({ id, name }) => ({ id, name }))
      }}
      hooks={{ date: ({ fallback }) => <time>{fallback}</time> }}
    />
  )
}

export default DisplayBlock
