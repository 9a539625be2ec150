import type { Overflow } from "@slack/types"
import { Menu } from "../modal/Menu.tsx"
import { useSurface } from "./surface.ts"

interface OverflowElementProps {
  readonly blockId: string
  readonly element: Overflow
}

export const OverflowElement = ({ blockId, element }: OverflowElementProps) => {
  const { act } = useSurface()
  return (
    <Menu
      label="More actions"
      face={<span aria-hidden="true">⋯</span>}
      items={element.options.map((option) => ({
        key: option.value ?? option.text.text,
        label: option.text.text,
        onChoose: () => act(blockId, element, option)
      }))}
    />
  )
}
