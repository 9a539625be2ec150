import { londonDateTime } from "@safe-return/wording"
import type { UnreachedAlert } from "../delivery/message/alertMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { acknowledgeBlocks } from "./acknowledging.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/** To the missing channel: the alert of a child came to nobody of its ladder, so whoever reads this is all there is. */
export const nobodyTold = ({ child, episode }: Facts<UnreachedAlert>): MessageContent => ({
  text: `:rotating_light: ${escapeSlack(child)} is missing, and nobody who should be told of it could be.`,
  blocks: [
    header(`:rotating_light: ${child} · Nobody could be told`),
    section(
      `The child was last seen ${londonDateTime(episode.missingAt)} and is reported missing. Nobody on the ladder of this alert is set up, there, or can be told in Slack.`
    ),
    section(
      "*Now, whoever reads this:* acknowledge the alert if you can act on it. Ring the out-of-hours duty team and a manager, and check that the police are looking for the child."
    ),
    ...acknowledgeBlocks(child, episode)
  ]
})
