import { londonDateTime } from "@safe-return/wording"
import type { RepeatAlert } from "../delivery/message/alertMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { acknowledgeBlocks } from "./acknowledging.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/**
 * News of a child who is still missing, after somebody had acknowledged the first alert. The same words whatever the news
 * is, so that they give away no risk grade.
 */
export const alertAgain = ({ child, episode, reader }: Facts<RepeatAlert>): MessageContent => ({
  text: `${escapeSlack(child)} is still missing and there is news: read it in the case system now.`,
  blocks: [
    header(`${child} · Still missing, with news`),
    section(
      `Last seen ${londonDateTime(episode.missingAt)}. What we were told since the alert was acknowledged may change what has to be done.`
    ),
    section("*Now:* read the news in the case system, and check with the police that they are acting on it."),
    ...acknowledgeBlocks(child, episode, reader)
  ]
})
