import type { ActionsBlock as SlackActionsBlock } from "@slack/types"
import { ActionElement } from "./ActionElement.tsx"
import { actionIdOf } from "./elementState.ts"

export const ActionsBlock = ({ block }: { readonly block: SlackActionsBlock }) => (
  <div className="block-actions">
    {block.elements.map((element) => (
      <ActionElement key={`${element.type} ${actionIdOf(element)}`} blockId={block.block_id ?? ""} element={element} />
    ))}
  </div>
)
