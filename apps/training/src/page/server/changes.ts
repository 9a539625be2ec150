/** Listens to `/api/changes` and opens a closed stream again: a browser gives up for good after a proxy's 502. */
const RETRY_AFTER_MS = 2_000

interface ChangesListener {
  /** Something changed, or may have changed while nobody was listening. */
  readonly onChange: () => void
  readonly onAway: () => void
}

export const listenForChanges = (listener: ChangesListener): (() => void) => {
  let source: EventSource
  let retry: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    source = new EventSource("/api/changes")
    source.onopen = listener.onChange
    source.onmessage = listener.onChange
    source.onerror = () => {
      listener.onAway()
      if (source.readyState !== EventSource.CLOSED) return
      retry = setTimeout(open, RETRY_AFTER_MS)
    }
  }

  open()
  return () => {
    clearTimeout(retry)
    source.close()
  }
}
