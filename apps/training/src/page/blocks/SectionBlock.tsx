import type { SectionBlock as SlackSectionBlock } from "@slack/types"
import { ActionElement } from "./ActionElement.tsx"
import { inPlace } from "./inPlace.ts"
import { Text } from "./Text.tsx"

export const SectionBlock = ({ block }: { readonly block: SlackSectionBlock }) => (
  <div className="block-section">
    <div className="block-section-text">
      {block.text !== undefined && <Text text={block.text} />}
      {block.fields !== undefined && (
        <div className="block-fields">
          {inPlace(block.fields, (field, key) => (
            <Text key={key} text={field} />
          ))}
        </div>
      )}
    </div>
    {block.accessory !== undefined && (
      <div className="block-accessory">
        <ActionElement blockId={block.block_id ?? ""} element={block.accessory} />
      </div>
    )}
  </div>
)
