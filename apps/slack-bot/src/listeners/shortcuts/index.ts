import { PersonId } from "@safe-return/domain/pathway"
import type { App, GlobalShortcut, MessageShortcut } from "@slack/bolt"
import { Effect, Result } from "effect"
import { noticeView } from "../../forms/noticeView.ts"
import { acknowledgeInTime } from "../../handlers/acknowledge.ts"
import type { ShortcutHandler } from "../../handlers/Handler.ts"
import { attempt, openFormFor, type Run } from "../../handlers/Handler.ts"
import { logInterviewShortcut } from "./logInterview.ts"
import { reportMissingShortcut } from "./reportMissing.ts"

export const shortcuts: ReadonlyArray<readonly [callbackId: string, handler: ShortcutHandler]> = [
  ["report_missing", reportMissingShortcut],
  ["report_missing_message", reportMissingShortcut],
  ["log_interview", logInterviewShortcut],
  ["log_interview_message", logInterviewShortcut]
]

export const register = (app: App, run: Run): void => {
  for (const [callbackId, handler] of shortcuts) {
    app.shortcut<GlobalShortcut | MessageShortcut>(callbackId, ({ ack, shortcut, client }) => {
      const openForm = openFormFor(client, shortcut.trigger_id)
      const messageText = shortcut.type === "message_action" ? { messageText: shortcut.message.text ?? "" } : {}
      // A shortcut has no conversation to reply in, so the reason why not is a form of its own.
      const work = Effect.flatMap(
        attempt(handler, { person: PersonId.make(shortcut.user.id), openForm, ...messageText }),
        (outcome) =>
          Result.isFailure(outcome) ? Effect.ignore(openForm(noticeView(outcome.failure.sentence))) : Effect.void
      )
      return acknowledgeInTime(run(work), {
        acknowledge: () => ack(),
        acknowledgeUnconfirmed: () => ack(),
        followUp: () => Promise.resolve()
      })
    })
  }
}
