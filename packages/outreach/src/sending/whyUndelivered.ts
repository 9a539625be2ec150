import { unreachableReasonOf, unreachableReasonWords } from "../recipients/UnreachableReason.ts"
import { waitingReasons } from "./WaitingReason.ts"

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

/** Why a message has not arrived, in the middle of a sentence. */
export const whyUndelivered = (reason: string): string => {
  const why = unreachableReasonOf(reason)
  return why === undefined ? (reasons[reason] ?? "it was not taken") : unreachableReasonWords[why]
}
