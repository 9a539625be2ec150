/** To whoever is next when nobody has acknowledged that a child is missing. */

import { rungWords } from "@safe-return/domain/policy"
import { londonDateTime } from "@safe-return/wording"
import type { EscalationAlert, RungTold } from "../delivery/message/alertMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { foundButton } from "../forms/found/foundView.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { whyButton } from "../forms/why/whyView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { peopleInWords } from "../words/person.ts"
import { acknowledgeBlocks } from "./acknowledging.ts"
import { actions, header, section } from "./blocks.ts"
import { type MessageContent, plainly } from "./MessageContent.ts"

export const toldInWords = ({ who, people, at, isUndelivered = false }: RungTold): string =>
  people.length === 0
    ? `${rungWords[who]}: ${isUndelivered ? "the alert could not be delivered" : "nobody is set up or there"}, so it went on at once`
    : `${rungWords[who]} (${peopleInWords(people)}), ${londonDateTime(at)}`

export const ladderAlert = ({ child, episode, before, reader }: Facts<EscalationAlert>): MessageContent => {
  const link = { child, episodeId: episode.id }
  const told = before.map((one) => `• ${toldInWords(one)}`)
  return {
    text: `:rotating_light: ${escapeSlack(child)} is missing and nobody has acknowledged the alert. It comes to you now.`,
    blocks: [
      header(`:rotating_light: ${child} · Nobody has acknowledged this alert`),
      section(`The child was last seen ${londonDateTime(episode.missingAt)} and is reported missing.`),
      section(
        told.length === 0 ? "Nobody was told before you." : `*Told before you, without an answer:*\n${told.join("\n")}`
      ),
      section(
        "*Now:* acknowledge the alert, so that it climbs no further. Check that the police are looking for the child and that the allocated worker, or somebody in their place, is acting."
      ),
      ...acknowledgeBlocks(child, episode, reader),
      actions("ladder", [foundButton(link), returnedButton(link), whyButton(link)])
    ]
  }
}

/** What leaves Slack: what to do, and nothing about the child. The reference goes beside it. */
export const outsideAlert: MessageContent = plainly(
  "A child is reported missing and nobody has acknowledged the alert in Slack. Open Slack, find the case by its reference in the missing channel and acknowledge the alert. If you cannot, ring the out-of-hours duty team."
)
