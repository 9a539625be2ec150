/** What is answered in Slack while the journal cannot be opened: that nothing is recorded, and what to do. */

import { PersonId } from "@safe-return/domain/pathway"
import type { App, BlockAction } from "@slack/bolt"
import { plainly } from "../blocks/blocks.ts"
import { noticeView } from "../forms/noticeView.ts"
import { REPORT_FORM } from "../forms/report/reportView.ts"
import { answerInPrivate } from "../handlers/answerInPrivate.ts"

const NOT_STARTED =
  "Not recorded: Safe Return cannot open its journal, so nothing was saved and nothing can be shown. Ring the people who must know; where a child is missing, ring the police. The people who look after Safe Return are told. Repeat this once it works again."

/**
 * @param reported told who wanted to report a child; their report is nowhere
 */
export const registerWaiting = (app: App, reported: (by: PersonId) => Promise<unknown>): void => {
  app.command(/.*/, async ({ ack, command }) => {
    await ack({ response_type: "ephemeral", text: NOT_STARTED })
    if (/^\s*report\b/i.test(command.text)) await reported(PersonId.make(command.user_id))
  })
  app.view(/.*/, async ({ ack, body, view }) => {
    if (body.type === "view_closed") return ack()
    await ack({ response_action: "update", view: noticeView(NOT_STARTED) })
    if (view.callback_id === REPORT_FORM) await reported(PersonId.make(body.user.id))
  })
  app.action<BlockAction>(/.*/, async ({ ack, body, client, respond }) => {
    await ack()
    if (body.response_url !== undefined) {
      await answerInPrivate({ respond, client, channel: body.channel?.id, user: body.user.id }, plainly(NOT_STARTED))
    } else if (body.trigger_id !== undefined) {
      const asked = { trigger_id: body.trigger_id, view: noticeView(NOT_STARTED) }
      await (body.view?.type === "modal" ? client.views.push(asked) : client.views.open(asked))
    }
  })
  app.shortcut(/.*/, async ({ ack, client, shortcut }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: noticeView(NOT_STARTED) })
    if (shortcut.callback_id.startsWith("report_missing")) await reported(PersonId.make(shortcut.user.id))
  })
}
