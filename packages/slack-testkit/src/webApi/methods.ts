/** `emulate`: passed on; `mended`: put right; `added`: ours; `refused`: the emulator's way would mislead. */
export type MethodSource = "emulate" | "mended" | "added" | "refused"

/** Names with a space between them. */
export const namesIn = (text: string): ReadonlyArray<string> => text.trim().split(/\s+/)

const methodsBy: Readonly<Record<MethodSource, ReadonlyArray<string>>> = {
  emulate: namesIn(`
    auth.test bookmarks.add bookmarks.edit bookmarks.list bookmarks.remove chat.delete chat.meMessage
    conversations.archive conversations.close conversations.create conversations.info conversations.invite
    conversations.join conversations.kick conversations.leave conversations.mark conversations.rename
    conversations.setPurpose conversations.setTopic conversations.unarchive pins.add pins.list pins.remove
    reactions.add reactions.get reactions.remove team.info
  `),
  mended: namesIn(`
    chat.getPermalink chat.postEphemeral chat.postMessage chat.update conversations.history conversations.list
    conversations.members conversations.open conversations.replies
  `),
  added: namesIn(`
    api.test apps.connections.open bots.info chat.deleteScheduledMessage chat.scheduleMessage
    chat.scheduledMessages.list usergroups.list usergroups.users.list users.conversations users.info users.list
    users.lookupByEmail users.profile.get views.open views.publish views.push views.update
  `),
  refused: namesIn(`
    files.completeUploadExternal files.delete files.getUploadURLExternal files.info files.list oauth.v2.access
    users.getPresence users.profile.set users.setPresence
  `)
}

export const playedAs: ReadonlyMap<string, MethodSource> = new Map(
  (["emulate", "mended", "added", "refused"] as const).flatMap((played) =>
    methodsBy[played].map((method) => [method, played] as const)
  )
)

export const isThere = (method: string): boolean => {
  const played = playedAs.get(method)
  return played !== undefined && played !== "refused"
}

/** What they did is recorded and told to the app. */
export const changing = new Set(
  namesIn(`
    chat.postMessage chat.update chat.delete conversations.open conversations.create conversations.invite
    conversations.kick conversations.join conversations.leave conversations.rename conversations.archive
    conversations.unarchive conversations.setTopic conversations.setPurpose chat.meMessage reactions.add
    reactions.remove pins.add pins.remove
  `)
)

/** The methods whose message Slack holds to the limits of Block Kit. */
export const messageMethods = new Set(["chat.postMessage", "chat.postEphemeral", "chat.scheduleMessage", "chat.update"])

export const scheduling = new Set([
  "chat.scheduleMessage",
  "chat.scheduledMessages.list",
  "chat.deleteScheduledMessage"
])
