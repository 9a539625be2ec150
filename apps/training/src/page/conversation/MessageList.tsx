import { type FocusEvent, Fragment, type RefObject, useEffect, useRef } from "react"
import type { Message as MessageData } from "../../api.ts"
import { londonDay } from "../clock/londonTime.ts"
import { REACHABLE } from "../reachable.ts"
import { Message } from "./Message.tsx"

/** When a card changes, the pressed button may go; keyboard and screen reader users then land on the card. */
const useKeptFocus = (list: RefObject<HTMLElement | null>) => {
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

interface MessageListProps {
  readonly label: string
  readonly channel: string
  readonly messages: ReadonlyArray<MessageData>
  /** A message to bring into view, and to say when it has come. */
  readonly wanted?: string | undefined
  readonly onCame?: () => void
  readonly hasNewReplies?: (message: MessageData) => boolean
  readonly onOpenThread?: (ts: string) => void
  readonly onExplain: (ts: string) => void
}

/** Within this of the end, a reader is taken to be following, and new messages are brought into view. */
const FOLLOWING_PX = 120

export const MessageList = ({
  label,
  channel,
  messages,
  wanted,
  onCame,
  hasNewReplies,
  onOpenThread,
  onExplain
}: MessageListProps) => {
  const list = useRef<HTMLElement>(null)
  const isFollowing = useRef(true)
  const keptFocus = useKeptFocus(list)
  const newest = messages.at(-1)?.ts

  useEffect(() => {
    if (newest !== undefined && isFollowing.current) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest])

  useEffect(() => {
    if (wanted === undefined) return
    const message = list.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(wanted)}"]`)
    if (!message) return
    message.scrollIntoView({ block: "center" })
    message.focus()
    onCame?.()
  })

  let day = ""
  return (
    <section
      ref={list}
      className="messages"
      role="log"
      aria-label={label}
      {...REACHABLE}
      {...keptFocus}
      onScroll={({ currentTarget }) => {
        const { scrollHeight, scrollTop, clientHeight } = currentTarget
        isFollowing.current = scrollHeight - scrollTop - clientHeight < FOLLOWING_PX
      }}
    >
      {messages.length === 0 && <p className="empty">No messages yet.</p>}
      {messages.map((message) => {
        const itsDay = londonDay(Date.parse(message.at))
        const isNewDay = itsDay !== day
        day = itsDay
        return (
          <Fragment key={`${message.ts} ${message.ephemeral}`}>
            {isNewDay && <h2 className="day">{itsDay}</h2>}
            <Message
              channel={channel}
              message={message}
              hasNewReplies={hasNewReplies?.(message) === true}
              onOpenThread={onOpenThread}
              onExplain={onExplain}
            />
          </Fragment>
        )
      })}
    </section>
  )
}
