import { policeNews } from "@safe-return/wording"
import type { Facts } from "../delivery/message/Message.ts"
import type { EarlyNews } from "../delivery/message/policeMessages.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/**
 * News of a report whose `missing` notification has not come. The police reference is shown, so that MASH can ask
 * for the right one.
 */
export const earlyFound = ({ child, notification }: Facts<EarlyNews>): MessageContent => {
  const reference = escapeSlack(child)
  const said = policeNews(notification)
  return {
    text: `${reference} ${said}, but no missing notification has come. MASH: expect it or ask the police for it.`,
    blocks: [
      header(`${child} · Missing notification not received`),
      section(
        `The police say that ${reference} ${said}, under police reference ${escapeSlack(notification.policeReference)}. No missing notification with that reference has come.`
      ),
      section(
        "*Next:* MASH expects the missing notification, or asks the police for it. What they said is kept and joined when it arrives; until then no interview clock runs."
      )
    ]
  }
}
