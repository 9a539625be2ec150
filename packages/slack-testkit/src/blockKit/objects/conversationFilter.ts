import type { ConversationFilter } from "@slack/types"
import { composition, flag, listOf, words } from "../Shape.ts"

export const conversationFilter = composition<ConversationFilter>("conversation filter", {
  page: "conversation-filter-object",
  fields: {
    include: listOf(words("im", "mpim", "private", "public"), { min: 1 }),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag
  }
})
