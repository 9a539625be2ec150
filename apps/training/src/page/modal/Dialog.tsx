import { type ReactNode, useId, useLayoutEffect, useRef } from "react"

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly role?: "dialog" | "alertdialog"
  readonly size?: "narrow" | "wide"
  /** Above what the dialog asks: the rest of the page cannot be reached meanwhile. */
  readonly guide?: ReactNode
  readonly children: ReactNode
}

/** Where the focus goes when a dialog opens: its first field, else its first button, never the ×. */
const FIRST_OF_USE = ".dialog-body :is(input, select, textarea), .dialog-footer button"

/** To what opened the dialog; if that is gone, to the message it stood in; if that is gone too, to the page. */
const returnFocus = (...places: ReadonlyArray<Element | null>) => {
  if (document.activeElement !== document.body) return
  const there = [...places, document.querySelector("main")].find((place) => place?.isConnected)
  if (there instanceof HTMLElement) there.focus()
}

/** A modal on the browser's `<dialog>`: Escape closes it, and the focus goes back to where it was. */
export const Dialog = ({ title, onClose, role = "dialog", size = "narrow", guide, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const opener = document.activeElement
    const message = opener?.closest("[data-ts]") ?? null
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>(FIRST_OF_USE)?.focus()
    return () => {
      element?.close()
      // Only when this change of the page is complete is it known whether what opened the dialog is still there.
      queueMicrotask(() => returnFocus(opener, message))
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      role={role}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A second Escape in a row closes it whatever is said, so the person who opened it must still agree.
      onClose={({ currentTarget }) => {
        if (currentTarget.open) return
        currentTarget.showModal()
        onClose()
      }}
    >
      <div className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {guide}
      {children}
    </dialog>
  )
}
