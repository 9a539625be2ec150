import { PersonId } from "@safe-return/domain/pathway"
import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from "@slack/bolt"
import { Option, Result } from "effect"
import { escapeSlack, type MessageContent, plainly, type ShownBlock } from "../../blocks/blocks.ts"
import { acknowledgeInTime, NOT_CONFIRMED } from "../../handlers/acknowledge.ts"
import { answerAsFarAsTaken } from "../../handlers/answerInPrivate.ts"
import type { Outcome, Run } from "../../handlers/Handler.ts"
import { openFormFor } from "../../handlers/Handler.ts"
import { shareAnswer } from "../../http/answerBytes.ts"
import type { TablesTaken } from "../../slack/TablesTaken.ts"
import { cme } from "./cme.ts"
import { findMe } from "./findMe.ts"
import { joinedUp } from "./joinedUp.ts"
import { missing } from "./missing.ts"
import { rhi } from "./rhi.ts"
import { scorecard } from "./scorecard.ts"

interface Reply {
  readonly text: string
  readonly blocks: ReadonlyArray<ShownBlock>
}

const onlyToThem = ({ text, blocks }: Reply): RespondArguments => ({
  response_type: "ephemeral",
  replace_original: false,
  text,
  blocks: [...blocks]
})

const replyTo = (outcome: Outcome<Option.Option<MessageContent>>): Option.Option<MessageContent> =>
  Result.match(outcome, {
    onFailure: ({ sentence }) => Option.some(plainly(escapeSlack(sentence))),
    onSuccess: (answer) => answer
  })

export const families: ReadonlyMap<string, typeof rhi> = new Map([
  ["/missing", missing],
  ["/findme", findMe],
  ["/rhi", rhi],
  ["/cme", cme],
  ["/joined-up", joinedUp],
  ["/scorecard", scorecard]
])

/** The same content is the same answer again, so that a team that opens one list is sent the same bytes. */
const repliesWith = (tables: TablesTaken) => {
  const before = new WeakMap<MessageContent, { readonly blocks: Reply["blocks"]; readonly reply: RespondArguments }>()
  return (content: MessageContent): RespondArguments => {
    const blocks = tables.chooseSurely(content)
    const known = before.get(content)
    if (known?.blocks === blocks) {
      shareAnswer(known.reply)
      return known.reply
    }
    const reply = onlyToThem({ text: content.text, blocks })
    before.set(content, { blocks, reply })
    return reply
  }
}

export const answerCommand = (run: Run, tables: TablesTaken) => {
  const replyWith = repliesWith(tables)
  return async ({ ack, command, client, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const family = families.get(command.command)
    if (family === undefined) return
    const asking = { respond, client, channel: command.channel_id, user: command.user_id }
    await acknowledgeInTime(
      run(
        family({
          person: PersonId.make(command.user_id),
          command: command.text,
          openForm: openFormFor(client, command.trigger_id)
        })
      ),
      {
        acknowledge: async (outcome) => {
          const reply = Option.getOrUndefined(replyTo(outcome))
          if (reply === undefined || !tables.isUntried(reply)) return ack(reply && replyWith(reply))
          await ack()
          await answerAsFarAsTaken(asking, reply, tables)
        },
        acknowledgeUnconfirmed: () => ack(onlyToThem(plainly(escapeSlack(NOT_CONFIRMED)))),
        followUp: async (outcome) => {
          const reply = Option.getOrUndefined(replyTo(outcome))
          if (reply !== undefined) await answerAsFarAsTaken(asking, reply, tables)
        }
      }
    )
  }
}
