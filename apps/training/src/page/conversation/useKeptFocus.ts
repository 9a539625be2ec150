import { type FocusEvent, type RefObject, useEffect, useRef } from "react"

/**
 * A card that changes can take away the very button that was pressed. The focus would fall out of the page; it goes
 * to the card instead, so that whoever works by keyboard or screen reader stays where they were.
 */
export const useKeptFocus = (list: RefObject<HTMLElement | null>) => {
  const focused = useRef<string>(undefined)

  useEffect(() => {
    if (focused.current === undefined || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(focused.current)}"]`)?.focus()
  })

  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      focused.current = target.closest<HTMLElement>("[data-ts]")?.dataset["ts"]
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      // Some browsers also tell of a blur when what had the focus was taken away.
      if (target.isConnected) focused.current = undefined
    }
  }
}
