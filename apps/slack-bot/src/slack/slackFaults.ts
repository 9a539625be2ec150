/** What a fault of Slack's means for a message: https://docs.slack.dev/reference/methods/chat.postMessage lists them. */

import { definedFields } from "@safe-return/domain/definedFields"
import { SendFailed, type SendFault } from "@safe-return/outreach"
import type { SlackFailed } from "./SlackApi.ts"

/** Codes with a space between them. */
const codesIn = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Refused, and refused again until a person changes the channel, the person's account, or the message. */
const permanent = codesIn(`
  as_user_not_supported cannot_dm_bot cannot_reply_to_message channel_not_found
  ekm_access_denied invalid_arguments invalid_blocks invalid_blocks_format invalid_metadata_format is_archived
  messages_tab_disabled metadata_too_large msg_blocks_too_long msg_too_long no_text not_in_channel restricted_action
  restricted_action_read_only_channel restricted_action_thread_locked thread_locked_in_channel user_disabled
  user_not_found user_not_visible
`)

/** The message is not there, or Slack no longer lets it be changed: a new one takes its place. */
const gone = codesIn("message_not_found cant_update_message edit_window_closed")

const busy: ReadonlySet<string> = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"])

const mayHaveBeenDone: ReadonlySet<string> = new Set(["internal_error", "fatal_error"])

/** The connection never came about, so nothing can have arrived. */
const neverArrived = codesIn(`
  ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH
`)

/** Our token or app is refused: no message of ours goes, so none is given up for it. */
const ourAccess = codesIn(`
  access_denied account_inactive invalid_auth missing_scope no_permission not_allowed_token_type not_authed
  token_expired token_revoked
`)

/** Slack's word that the token or the app is wrong, which no waiting mends. */
export const isOurAccess = (reason: string): boolean => ourAccess.has(reason)

/** The blocks were refused, which fewer of them may not be. */
export const isBlockRefusal = (reason: string): boolean =>
  reason === "invalid_blocks" || reason === "invalid_blocks_format"

const SLACK_CODE = /^[a-z_]+$/

export const faultOf = (reason: string): SendFault => {
  if (gone.has(reason)) return "gone"
  if (permanent.has(reason)) return "permanent"
  if (busy.has(reason)) return "busy"
  if (neverArrived.has(reason)) return "passing"
  // A code is an answer, and an answer of no is a no; anything else may be an answer that was lost.
  return SLACK_CODE.test(reason) && !mayHaveBeenDone.has(reason) ? "passing" : "unknown"
}

export const notCarried = ({ method, reason, retryAfterSeconds }: SlackFailed): SendFailed =>
  new SendFailed({
    act: method,
    reason,
    fault: faultOf(reason),
    ...definedFields({ retryAfterSeconds })
  })
