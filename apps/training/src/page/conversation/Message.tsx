import { useState } from "react"
import type { Message as MessageData } from "../../api.ts"
import { BlockSurface } from "../blocks/BlockSurface.tsx"
import { Blocks } from "../blocks/Blocks.tsx"
import type { StateValues } from "../blocks/elementState.ts"
import { Mrkdwn } from "../blocks/Mrkdwn.tsx"
import { slackBlocks } from "../blocks/slackBlocks.ts"
import { londonDayAndTime, londonTimeOfDay } from "../clock/londonTime.ts"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { ShortcutsMenu } from "./ShortcutsMenu.tsx"

/** Slack's own words for a reply that nobody else can see. */
const EphemeralNote = ({ onDismiss }: { readonly onDismiss: () => void }) => (
  <p className="ephemeral-note">
    Only visible to you
    <button type="button" className="link-button" onClick={onDismiss}>
      Dismiss
    </button>
  </p>
)

/** The app's shortcuts for one message. */
const MessageMenu = ({ channel, ts }: { readonly channel: string; readonly ts: string }) => {
  const { workspace, shortcut } = useTrainingContext()
  return (
    <ShortcutsMenu
      label="Message shortcuts"
      face={<span aria-hidden="true">⋯</span>}
      shortcuts={workspace.messageShortcuts}
      onChoose={(callbackId) => shortcut({ callbackId, message: { channel, ts } })}
    />
  )
}

interface MessageProps {
  readonly channel: string
  readonly message: MessageData
  /** Absent inside a thread, where there is nothing further to open. */
  readonly onOpenThread?: ((ts: string) => void) | undefined
  readonly onExplain: (ts: string) => void
  /** Whether its thread holds a reply this persona has not seen. */
  readonly hasNewReplies?: boolean
}

const initials = (author: string) =>
  author
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("")

export const Message = ({ channel, message, onOpenThread, onExplain, hasNewReplies = false }: MessageProps) => {
  const [chosen, setChosen] = useState<StateValues>({})
  const [isDismissed, setDismissed] = useState(false)
  const blocks = slackBlocks(message.blocks)
  const at = Date.parse(message.at)
  if (isDismissed) return null

  return (
    <article className={message.ephemeral ? "message message-ephemeral" : "message"} data-ts={message.ts} tabIndex={-1}>
      <span className="avatar" aria-hidden="true">
        {initials(message.author)}
      </span>
      <div className="message-content">
        {message.ephemeral && <EphemeralNote onDismiss={() => setDismissed(true)} />}
        <div className="message-head">
          <span className="author">{message.author}</span>
          <time dateTime={message.at} title={`${londonDayAndTime(at)}, London time`}>
            {londonTimeOfDay(at)}
          </time>
          {message.edited && <span className="edited">edited</span>}
          <div className="message-ways">
            <button
              type="button"
              className="link-button why-button"
              aria-label={`What happened? Message of ${londonTimeOfDay(at)}`}
              onClick={() => onExplain(message.ts)}
            >
              What happened?
            </button>
            {!message.ephemeral && <MessageMenu channel={channel} ts={message.ts} />}
          </div>
        </div>
        <BlockSurface
          container={{ type: "message", channel, ts: message.ts }}
          blocks={blocks}
          chosen={chosen}
          onChosen={setChosen}
        >
          {blocks.length === 0 ? <Mrkdwn text={message.text} /> : <Blocks blocks={blocks} />}
        </BlockSurface>
        {onOpenThread !== undefined && message.replies > 0 && (
          <button type="button" className="thread-button" onClick={() => onOpenThread(message.ts)}>
            {message.replies === 1 ? "1 reply" : `${message.replies} replies`}
            {hasNewReplies && <span className="badge">new</span>}
          </button>
        )}
      </div>
    </article>
  )
}
