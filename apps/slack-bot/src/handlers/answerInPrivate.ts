import type { RespondFn } from "@slack/bolt"
import type { WebClient } from "@slack/web-api"
import type { MessageContent } from "../blocks/blocks.ts"

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
  { text, blocks }: MessageContent
): Promise<void> => {
  const shown = { text, blocks: [...blocks] }
  try {
    await respond({ response_type: "ephemeral", replace_original: false, ...shown })
  } catch (failed) {
    if (channel === undefined) throw failed
    await client.chat.postEphemeral({ channel, user, ...shown })
  }
}
