import { type FocusEvent, type RefObject, useEffect, useRef } from "react"

/** When a card changes, the pressed button may go; keyboard and screen reader users then land on the card. */
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
