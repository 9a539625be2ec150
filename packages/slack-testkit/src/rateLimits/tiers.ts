/**
 * How often an app may call a method: `https://docs.slack.dev/apis/web-api/rate-limits` for the tiers, the page of
 * each method (`https://docs.slack.dev/reference/methods/<method>`) and the table in Slack's own client for Java
 * (`slackapi/java-slack-sdk`, `MethodsRateLimits.java`) for which method is in which.
 */

import { namesIn } from "../webApi/methods.ts"

export type Tier = 1 | 2 | 3 | 4

/** Calls a minute of one method. Slack promises at least that many and allows bursts; here it is the most. */
export const callsAMinute: Readonly<Record<Tier, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 }

/** `chat.postMessage` is in no tier: a message a second in each channel. */
export const messageEveryMillis = 1000

const methodsIn: Readonly<Record<Tier, ReadonlyArray<string>>> = {
  1: ["apps.connections.open"],
  2: namesIn(`
    bookmarks.add bookmarks.edit bookmarks.remove conversations.archive conversations.close conversations.create
    conversations.list conversations.rename conversations.setPurpose conversations.setTopic conversations.unarchive
    pins.add pins.list pins.remove reactions.remove usergroups.list usergroups.users.list users.conversations
    users.list
  `),
  3: namesIn(`
    bookmarks.list bots.info chat.delete chat.deleteScheduledMessage chat.meMessage chat.scheduleMessage
    chat.scheduledMessages.list chat.update conversations.history conversations.info conversations.invite
    conversations.join conversations.kick conversations.leave conversations.mark conversations.open
    conversations.replies reactions.add reactions.get team.info users.lookupByEmail
  `),
  4: namesIn(`
    api.test chat.postEphemeral conversations.members users.info users.profile.get views.open views.publish
    views.push views.update
  `)
}

export const tierOf: ReadonlyMap<string, Tier> = new Map(
  ([1, 2, 3, 4] as const).flatMap((tier) => methodsIn[tier].map((method) => [method, tier] as const))
)
