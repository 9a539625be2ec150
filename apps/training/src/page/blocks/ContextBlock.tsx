import type { ContextBlock as SlackContextBlock } from "@slack/types"
import { inPlace } from "./inPlace.ts"
import { Text } from "./Text.tsx"

export const ContextBlock = ({ block }: { readonly block: SlackContextBlock }) => (
  <div className="block-context">
    {inPlace(block.elements, (element, key) =>
      element.type === "image" ? <span key={key}>{element.alt_text}</span> : <Text key={key} text={element} />
    )}
  </div>
)
