import type { ReactNode } from "react"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { withEmoji } from "./emoji.ts"
import { inPlace } from "./inPlace.ts"
import { type Inline, type Paragraph, parseMrkdwn } from "./mrkdwn.ts"

/** Only these are opened; anything else an address could hold (`javascript:`, say) is shown as text. */
const isOpenable = (href: string) => /^(https?:|mailto:|tel:)/i.test(href)

const Marked = ({ inline }: { readonly inline: Inline }): ReactNode => {
  const { workspace } = useTrainingContext()
  switch (inline.kind) {
    case "text":
      return withEmoji(inline.text)
    case "code":
      return <code>{inline.text}</code>
    case "bold":
      return (
        <strong>
          {inPlace(inline.children, (child, key) => (
            <Marked key={key} inline={child} />
          ))}
        </strong>
      )
    case "italic":
      return (
        <em>
          {inPlace(inline.children, (child, key) => (
            <Marked key={key} inline={child} />
          ))}
        </em>
      )
    case "strike":
      return (
        <s>
          {inPlace(inline.children, (child, key) => (
            <Marked key={key} inline={child} />
          ))}
        </s>
      )
    case "link":
      return isOpenable(inline.href) ? (
        <a href={inline.href} target="_blank" rel="noreferrer">
          {inline.text}
        </a>
      ) : (
        inline.text
      )
    case "user": {
      const name = workspace.personas.find(({ id }) => id === inline.id)?.name ?? inline.label ?? inline.id
      return <span className={inline.id === workspace.me.id ? "mention mention-me" : "mention"}>@{name}</span>
    }
    case "channel": {
      const name = workspace.conversations.find(({ id }) => id === inline.id)?.name ?? inline.label ?? inline.id
      return <span className="mention">#{name}</span>
    }
    case "broadcast":
      return <span className="mention">{inline.text}</span>
    case "date":
      return <time dateTime={new Date(inline.seconds * 1000).toISOString()}>{inline.fallback}</time>
  }
}

const MarkedParagraph = ({ paragraph }: { readonly paragraph: Paragraph }) => {
  if (paragraph.kind === "preformatted") return <pre>{paragraph.text}</pre>
  const marked = inPlace(paragraph.children, (child, key) => <Marked key={key} inline={child} />)
  return paragraph.kind === "quote" ? <blockquote>{marked}</blockquote> : <p>{marked}</p>
}

export const Mrkdwn = ({ text }: { readonly text: string }) => (
  <div className="mrkdwn">
    {inPlace(parseMrkdwn(text), (paragraph, key) => (
      <MarkedParagraph key={key} paragraph={paragraph} />
    ))}
  </div>
)
