import { type ReactNode, useEffect, useRef } from "react"
import { REACHABLE } from "../reachable.ts"

interface GuideColumnProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Beside the workspace and no part of Slack: the tour, what just happened, or a scenario. */
export const GuideColumn = ({ title, onClose, children }: GuideColumnProps) => {
  const body = useRef<HTMLElement>(null)

  // Another title is another content: it is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is what the effect follows.
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [title])

  return (
    <aside className="guide" aria-label={title}>
      <header className="pane-header">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={`Close: ${title}`} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <section className="guide-body" ref={body} aria-label={`${title}: contents`} {...REACHABLE}>
        {children}
      </section>
    </aside>
  )
}
