import { rungWords } from "@safe-return/domain/policy"
import type { Facts } from "../delivery/message/Message.ts"
import type {
  UndeliveredAlert,
  UndeliveredFacts,
  UndeliveredFault,
  UndeliveredNotice
} from "../delivery/message/teamMessages.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { whyUndelivered } from "../words/whyUndelivered.ts"
import { context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const forWhom = ({ person, outside }: UndeliveredFacts): string => {
  if (outside !== undefined)
    return `${rungWords[outside.role]} by ${outside.way === "email" ? "e-mail" : "text message"}`
  return person === undefined ? "the missing channel" : personInWords(person)
}

/** The words the log has too. */
const smallPrint = ({ key, reason }: UndeliveredFacts): string =>
  `For whoever looks after Safe Return: ${escapeSlack(key)} (${escapeSlack(reason)}).`

const notDelivered = (facts: UndeliveredFacts, about: string): MessageContent => {
  const sentence = `A message about ${about} could not be delivered to ${forWhom(facts)}: ${whyUndelivered(facts.reason)}.`
  return {
    text: sentence,
    blocks: [
      header("Not delivered"),
      section(sentence),
      section(
        "*Now:* tell them another way, and put right what stands in the way. It is tried again by itself, and after a restart; “Try again” on the app's Home tab tries it at once."
      ),
      context(smallPrint(facts))
    ]
  }
}

/** To a team manager: something about a child did not reach whoever it was for. */
export const undelivered = (facts: Facts<UndeliveredNotice>): MessageContent =>
  notDelivered(facts, escapeSlack(facts.child))

/** To an administrator, who puts right accounts and channels, and sees no cases. */
export const undeliveredToAdministrator = (facts: Facts<UndeliveredFault>): MessageContent =>
  notDelivered(facts, "a child")

/** To others who can act: an alert did not reach the person it was for. */
export const alertUndelivered = (facts: Facts<UndeliveredAlert>): MessageContent => {
  const child = escapeSlack(facts.child)
  return {
    text: `The alert about ${child} did not reach ${forWhom(facts)}. Somebody else must act.`,
    blocks: [
      header(`Alert not delivered · ${facts.child}`),
      section(`The alert about *${child}* did not reach ${forWhom(facts)}: ${whyUndelivered(facts.reason)}.`),
      section("*Now:* somebody else must act. See the child's card, or type /missing status with the reference."),
      context(smallPrint(facts))
    ]
  }
}
