/** Why a message waits that no carrier has refused, as it is kept and shown. */
export const waitingReasons = {
  ratelimited: "too much at once: no more is taken there for now",
  "waiting-its-turn": "more waits than may be sent at once",
  "carrier-away": "Slack or GOV.UK Notify does not answer",
  "channel-not-private": "the missing channel is not private, or has not been seen to be",
  "head-not-sent": "the message it belongs under has not gone",
  "account-unchecked": "Slack does not say whose account it is, so nothing of a case goes there",
  "claimed-elsewhere": "another instance of the bot was to send it and has not"
} as const
export type WaitingReason = keyof typeof waitingReasons

export const isWaitingReason = (reason: string): reason is WaitingReason => reason in waitingReasons
