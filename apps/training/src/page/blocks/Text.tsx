import type { TextObject } from "@slack/types"
import { withEmoji } from "./emoji.ts"
import { Mrkdwn } from "./Mrkdwn.tsx"

/** A Slack text object of either kind, as a block of text. */
export const Text = ({ text }: { readonly text: TextObject }) =>
  text.type === "mrkdwn" ? <Mrkdwn text={text.text} /> : <p className="plain-text">{withEmoji(text.text)}</p>
