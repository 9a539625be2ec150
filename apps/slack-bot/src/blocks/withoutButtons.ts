import type { Button, KnownBlock } from "@slack/types"

const isButton = (element: { readonly type: string }): element is Button => element.type === "button"

/** The buttons in these blocks, beside text or in a row. */
export const buttonsIn = (blocks: ReadonlyArray<KnownBlock>): ReadonlyArray<Button> =>
  blocks.flatMap((block) => {
    if (block.type === "section")
      return block.accessory !== undefined && isButton(block.accessory) ? [block.accessory] : []
    return block.type === "actions" ? block.elements.filter(isButton) : []
  })

/** The same block without these buttons; none where it is a row that is left with none. */
export const withoutButtons =
  (isLeftOut: (button: Button) => boolean) =>
  (block: KnownBlock): ReadonlyArray<KnownBlock> => {
    if (block.type === "section" && block.accessory !== undefined) {
      const { accessory, ...rest } = block
      return [isButton(accessory) && isLeftOut(accessory) ? rest : block]
    }
    if (block.type !== "actions") return [block]
    const elements = block.elements.filter((element) => !(isButton(element) && isLeftOut(element)))
    return elements.length === 0 ? [] : [{ ...block, elements }]
  }
