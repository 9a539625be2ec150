import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { type OnRung, rungWords } from "@safe-return/domain/policy"
import type { DeliveryKey } from "@safe-return/journal"
import { waitingReasons } from "../delivery/whyWaiting.ts"
import { unreachableReasonOf, unreachableReasonWords } from "../people/UnreachableReason.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

export interface UndeliveredFacts {
  readonly child: ChildReference
  readonly key: DeliveryKey
  /** Whom it was for; absent when it was for the missing channel. */
  readonly person?: PersonId
  /** The role it was for, by a way out of Slack. */
  readonly outside?: { readonly role: OnRung; readonly way: "email" | "sms" }
  /** The fault as Slack names it. */
  readonly reason: string
}

const conversation = "the conversation is gone, or the bot is not in it"
const settings = "the workspace does not let the bot post there"
const access = "Slack refuses the bot's token"
const shape = "Slack does not accept the message as it is"

const reasons: Readonly<Record<string, string>> = {
  channel_not_found: conversation,
  not_in_channel: conversation,
  is_archived: "the channel is archived",
  restricted_action: settings,
  ekm_access_denied: settings,
  invalid_blocks: shape,
  msg_blocks_too_long: shape,
  msg_too_long: shape,
  "not-delivered": "the address or the number did not take it",
  message_limit_exceeded: "Slack takes no more messages of this workspace for now",
  token_revoked: access,
  token_expired: access,
  invalid_auth: access,
  account_inactive: access,
  missing_scope: "the bot lacks a permission of its Slack app",
  RateLimitError: "GOV.UK Notify takes no more for the moment",
  TooManyRequestsError: "GOV.UK Notify takes no more from this service today",
  ...waitingReasons
}

export const whyInWords = (reason: string): string => {
  const why = unreachableReasonOf(reason)
  return why === undefined ? (reasons[reason] ?? "it was not taken") : unreachableReasonWords[why]
}

const forWhom = ({ person, outside }: UndeliveredFacts): string => {
  if (outside !== undefined)
    return `${rungWords[outside.role]} by ${outside.way === "email" ? "e-mail" : "text message"}`
  return person === undefined ? "the missing channel" : personInWords(person)
}

/** The words the log has too. */
const smallPrint = ({ key, reason }: UndeliveredFacts): string =>
  `For whoever looks after Safe Return: ${escapeSlack(key)} (${escapeSlack(reason)}).`

const notDelivered = (facts: UndeliveredFacts, about: string): MessageContent => {
  const sentence = `A message about ${about} could not be delivered to ${forWhom(facts)}: ${whyInWords(facts.reason)}.`
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
export const undelivered = (facts: UndeliveredFacts): MessageContent => notDelivered(facts, escapeSlack(facts.child))

/** To an administrator, who puts right accounts and channels, and sees no cases. */
export const undeliveredToAdministrator = (facts: UndeliveredFacts): MessageContent => notDelivered(facts, "a child")

/** To others who can act: an alert did not reach the person it was for. */
export const alertUndelivered = (facts: UndeliveredFacts): MessageContent => {
  const child = escapeSlack(facts.child)
  return {
    text: `The alert about ${child} did not reach ${forWhom(facts)}. Somebody else must act.`,
    blocks: [
      header(`Alert not delivered · ${facts.child}`),
      section(`The alert about *${child}* did not reach ${forWhom(facts)}: ${whyInWords(facts.reason)}.`),
      section("*Now:* somebody else must act. See the child's card, or type /missing status with the reference."),
      context(smallPrint(facts))
    ]
  }
}
