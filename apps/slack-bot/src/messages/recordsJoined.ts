import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { Facts } from "../delivery/message/Message.ts"
import type { RecordsJoined } from "../delivery/message/policeMessages.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/** To whoever was told of a record that no longer counts: which one goes on. */
export const recordsJoined = ({
  child,
  state,
  duplicate,
  kept,
  event: { sentAt }
}: Facts<RecordsJoined>): MessageContent => {
  const reference = escapeSlack(child)
  const how = sentAt === undefined ? "A person joined them." : `An update sent ${londonDateTime(sentAt)} showed it.`
  return {
    text: `${reference}: two records of this child are one disappearance.`,
    blocks: [
      header(`${child} · Two records are one`),
      section(
        `Two records of ${reference} are one disappearance. ${how}\n• No longer counts: last seen ${londonDateTime(duplicate.missingAt)}, reported ${londonDateTime(duplicate.reportedAt)}\n• Goes on: last seen ${londonDateTime(kept.missingAt)}, reported ${londonDateTime(kept.reportedAt)} (${episodeStatus(state, kept)})`
      ),
      section(
        "Use the card of the record that goes on. If they are two after all, tell the MASH: they can be separated."
      )
    ]
  }
}
