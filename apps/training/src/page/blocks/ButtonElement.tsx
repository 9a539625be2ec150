import type { Button } from "@slack/types"
import { withEmoji } from "./emoji.ts"
import { useSurface } from "./surface.ts"

interface ButtonElementProps {
  readonly blockId: string
  readonly element: Button
}

export const ButtonElement = ({ blockId, element }: ButtonElementProps) => {
  const { act, isBusy } = useSurface()
  const className = element.style === undefined ? "button" : `button button-${element.style}`
  const label = withEmoji(element.text.text)
  if (element.url !== undefined) {
    return (
      <a
        className={className}
        href={element.url}
        target="_blank"
        rel="noreferrer"
        onClick={() => act(blockId, element)}
      >
        {label}
      </a>
    )
  }
  return (
    // Not `disabled` while busy: that would take the focus away from the person who pressed it.
    <button
      type="button"
      className={className}
      aria-label={element.accessibility_label}
      aria-disabled={isBusy}
      onClick={() => !isBusy && act(blockId, element)}
    >
      {label}
    </button>
  )
}
