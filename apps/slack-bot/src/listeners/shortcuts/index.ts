import { PersonId } from "@safe-return/domain/pathway"
import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from "@slack/bolt"
import { Effect, Result } from "effect"
import { noticeView } from "../../forms/noticeView.ts"
import { acknowledgeInTime } from "../../handlers/acknowledge.ts"
import type { ShortcutHandler } from "../../handlers/Handler.ts"
import { attempt, openFormFor, type Run } from "../../handlers/Handler.ts"
import { logInterviewShortcut } from "./logInterview.ts"
import { reportMissingShortcut } from "./reportMissing.ts"

export const shortcuts: ReadonlyMap<string, ShortcutHandler> = new Map([
  ["report_missing", reportMissingShortcut],
  ["report_missing_message", reportMissingShortcut],
  ["log_interview", logInterviewShortcut],
  ["log_interview_message", logInterviewShortcut]
])

export const answerShortcut =
  (run: Run) =>
  async ({ ack, shortcut, client }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const handler = shortcuts.get(shortcut.callback_id)
    if (handler === undefined) return
    const openForm = openFormFor(client, shortcut.trigger_id)
    const messageText = shortcut.type === "message_action" ? { messageText: shortcut.message.text ?? "" } : {}
    // A shortcut has no conversation to reply in, so the reason why not is a form of its own.
    const work = Effect.flatMap(
      attempt(handler, { person: PersonId.make(shortcut.user.id), openForm, ...messageText }),
      (outcome) =>
        Result.isFailure(outcome) ? Effect.ignore(openForm(noticeView(outcome.failure.sentence))) : Effect.void
    )
    await acknowledgeInTime(run(work), {
      acknowledge: () => ack(),
      acknowledgeUnconfirmed: () => ack(),
      followUp: () => Promise.resolve()
    })
  }
