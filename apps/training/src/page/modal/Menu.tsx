import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"

interface MenuItem {
  readonly key: string
  readonly label: string
  readonly onChoose: () => void
}

interface MenuProps {
  readonly label: string
  /** What the button shows, when that is not its label. */
  readonly face?: ReactNode
  readonly items: ReadonlyArray<MenuItem>
}

/** A button with a short list of things to do: arrow keys move in it, Escape or a click elsewhere closes it. */
export const Menu = ({ label, face, items }: MenuProps) => {
  const [isOpen, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    whole.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener("pointerdown", closeOutside)
    return () => document.removeEventListener("pointerdown", closeOutside)
  }, [isOpen])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  const moveBy = (event: KeyboardEvent, step: number) => {
    event.preventDefault()
    const choices = [...(whole.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])]
    const here = choices.indexOf(document.activeElement as HTMLElement)
    choices[(here + step + choices.length) % choices.length]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") moveBy(event, 1)
    else if (event.key === "ArrowUp") moveBy(event, -1)
    else if (event.key === "Tab") setOpen(false)
    else if (event.key === "Escape") {
      event.stopPropagation()
      event.preventDefault()
      close()
    }
  }

  return (
    <div className="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-label={face === undefined ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {face ?? label}
      </button>
      {isOpen && (
        <div className="menu-items" id={id} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map(({ key, label: itemLabel, onChoose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                onChoose()
              }}
            >
              {itemLabel}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
