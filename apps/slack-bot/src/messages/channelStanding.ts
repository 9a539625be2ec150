import { type MessageContent, plainly } from "../blocks/MessageContent.ts"

/** To an administrator: nothing about any child, only what happened to the channel and what to do. */
export const channelClosed = (channel: string, reason: string): MessageContent =>
  plainly(
    `:warning: The missing channel <#${channel}> ${reason}. *Nothing is posted there any more:* no card and no reminder about a missing child. Make it a private channel of this workspace again, not archived and with the bot in it, or set another channel and restart the bot. Until then look at \`/missing open\` and \`/rhi queue\`. Check who could have read what is there.`
  )

export const channelOpenAgain = (channel: string): MessageContent =>
  plainly(
    `The missing channel <#${channel}> can be used again, and is private. What was held back is being posted there.`
  )
