/** Why nothing is sent to a person in Slack: what their account is, or what Slack answers when it is to take a message. */
import { Schema } from "effect"

export const UnreachableReason = Schema.Literals([
  "no-account",
  "deactivated",
  "guest",
  "elsewhere",
  "app",
  "invited",
  "closed"
])
export type UnreachableReason = typeof UnreachableReason.Type

export const unreachableReasonWords: Readonly<Record<UnreachableReason, string>> = {
  "no-account": "Slack knows nobody under their id",
  deactivated: "their account is deactivated",
  guest: "they are a guest here, and a guest is told nothing about a child",
  elsewhere: "their account belongs to another workspace",
  app: "that is the account of an app, not of a person",
  invited: "they were invited to Slack and have not joined yet",
  closed: "Slack takes no message from Safe Return for them"
}

const ACCOUNT = "account_"

/** What Slack answers when a message is to go to a person it takes none for. */
const answers: Readonly<Record<string, UnreachableReason>> = {
  user_not_found: "no-account",
  user_disabled: "deactivated",
  user_not_visible: "closed",
  cannot_dm_bot: "app",
  messages_tab_disabled: "closed"
}

/** The fault under which it is kept that a message was not sent because of its recipient's account. */
export const faultOfAccount = (why: UnreachableReason): string => `${ACCOUNT}${why}`

/** Why its recipient cannot be told, read from the fault; undefined where the fault is about something else. */
export const unreachableReasonOf = (fault: string): UnreachableReason | undefined =>
  answers[fault] ?? UnreachableReason.literals.find((why) => fault === faultOfAccount(why))
