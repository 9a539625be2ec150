import { policeNews } from "@safe-return/wording"
import type { Facts } from "../delivery/message/Message.ts"
import type { MisdirectedNews } from "../delivery/message/policeMessages.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/**
 * The police told news of one child under a police reference that stands for another here, as after a report was moved
 * to the right child. Their system is told no; only a person can tell them why.
 */
export const turnedAway = ({ child, notification }: Facts<MisdirectedNews>): MessageContent => {
  const here = escapeSlack(child)
  const told = escapeSlack(notification.child.reference)
  const reference = escapeSlack(notification.policeReference)
  const news = `${told} ${policeNews(notification)}`
  return {
    text: `The police say that ${news}, under the police reference of ${here}. Nothing was recorded: ring the police.`,
    blocks: [
      header(`Ring the police · ${child} or ${notification.child.reference}?`),
      section(
        `The police say that ${news}, under police reference ${reference}. Here that reference stands for ${here}, so nothing was recorded of either child.`
      ),
      section(
        `*Now:* ring the police, quote ${reference} and ask which child it is about. If it is ${here}, record it on their card. If it is ${told}, record it on theirs; where ${told} is missing and has no card, report them with /missing report and leave the police reference empty.`
      )
    ]
  }
}
