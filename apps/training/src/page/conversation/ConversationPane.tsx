import type { Conversation, ConversationSummary, Message } from "../../api.ts"
import { Composer } from "./Composer.tsx"
import { MessageList } from "./MessageList.tsx"

interface ConversationPaneProps {
  readonly summary: ConversationSummary
  readonly conversation: Conversation | undefined
  /** A message to bring into view, and to say when it has come. */
  readonly wanted: string | undefined
  readonly onCame: () => void
  /** Whether the message's thread holds a reply this persona has not seen. */
  readonly hasNewReplies: (message: Message) => boolean
  readonly onOpenThread: (ts: string) => void
  readonly onExplain: (ts: string) => void
}

export const ConversationPane = ({ summary, conversation, ...list }: ConversationPaneProps) => {
  const name = summary.kind === "channel" ? `# ${summary.name}` : summary.name
  return (
    <>
      <header className="pane-header">
        <h1>{name}</h1>
        <p className="pane-about">{summary.kind === "channel" ? "Channel" : "Direct message"}</p>
      </header>
      {conversation === undefined ? (
        <p className="empty">Loading…</p>
      ) : (
        <MessageList
          key={conversation.id}
          label={`Messages in ${summary.name}`}
          channel={summary.id}
          // A reply belongs in its thread; only what starts one, or stands alone, is shown here.
          messages={conversation.messages.filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)}
          {...list}
        />
      )}
      <Composer channel={summary.id} />
    </>
  )
}
