import { useEffect, useRef } from "react"
import type { Conversation } from "../../api.ts"
import { MessageList } from "./MessageList.tsx"

interface ThreadPaneProps {
  readonly thread: Conversation | undefined
  readonly onClose: () => void
  readonly onExplain: (ts: string) => void
}

/** The timeline of one card: what has happened since it was posted. */
export const ThreadPane = ({ thread, onClose, onExplain }: ThreadPaneProps) => {
  const close = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const opener = document.activeElement
    close.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])

  return (
    <aside
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        // Escape in a dialog that was opened from the thread is for that dialog alone.
        const isInDialog = event.target instanceof Element && event.target.closest("dialog") !== null
        if (event.key === "Escape" && !isInDialog) onClose()
      }}
    >
      <header className="pane-header">
        <h1>Thread</h1>
        <button ref={close} type="button" className="icon-button" aria-label="Close thread" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {thread === undefined ? (
        <p className="empty">Loading…</p>
      ) : (
        <MessageList
          label="Messages in this thread"
          channel={thread.id}
          messages={thread.messages}
          onExplain={onExplain}
        />
      )}
    </aside>
  )
}
