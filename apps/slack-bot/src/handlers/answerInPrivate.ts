import type { RespondFn } from "@slack/bolt"
import type { WebClient } from "@slack/web-api"
import type { MessageContent, ShownBlock } from "../blocks/blocks.ts"
import { reasonOf } from "../slack/reason.ts"
import { isBlockRefusal } from "../slack/slackFaults.ts"
import type { TablesTaken } from "../slack/TablesTaken.ts"

interface Asking {
  readonly respond: RespondFn
  readonly client: WebClient
  /** Where they asked; undefined where there is no conversation. */
  readonly channel: string | undefined
  readonly user: string
}

/** An answer that they alone see, also where Slack no longer takes it at the response URL: that one is old or used up. */
export const answerInPrivate = async (
  { respond, client, channel, user }: Asking,
  { text, blocks }: { readonly text: string; readonly blocks: ReadonlyArray<ShownBlock> }
): Promise<void> => {
  const shown = { text, blocks: [...blocks] }
  try {
    await respond({ response_type: "ephemeral", replace_original: false, ...shown })
  } catch (failed) {
    if (channel === undefined) throw failed
    await client.chat.postEphemeral({ channel, user, ...shown })
  }
}

/**
 * The same with charts and tables where nothing is known of them yet, at a door of Slack's that says whether it takes them; an answer
 * at the response URL may be lost without a word.
 */
export const answerAsFarAsTaken = async (
  asking: Asking,
  content: MessageContent,
  tables: TablesTaken
): Promise<void> => {
  const { client, channel, user } = asking
  if (channel !== undefined && tables.isUntried(content)) {
    for (const { shown, blocks } of tables.choices(content)) {
      try {
        await client.chat.postEphemeral({ channel, user, text: content.text, blocks: [...blocks] })
        tables.learn(shown)
        return
      } catch (failed) {
        // A conversation that the bot is not in says nothing of them.
        if (!isBlockRefusal(reasonOf(failed))) break
        tables.refuse(shown)
      }
    }
  }
  await answerInPrivate(asking, { text: content.text, blocks: tables.chooseSurely(content) })
}
