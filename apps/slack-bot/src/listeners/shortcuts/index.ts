import { PersonId } from "@safe-return/domain/pathway"
import type { App, GlobalShortcut } from "@slack/bolt"
import { Effect, Result } from "effect"
import { noticeView } from "../../views/noticeView.ts"
import { acknowledgeInTime } from "../acknowledge.ts"
import { attempt, type Run } from "../Handler.ts"
import { openFormFor } from "../openForm.ts"
import { logInterviewShortcut } from "./logInterview.ts"

export const register = (app: App, run: Run): void => {
  app.shortcut<GlobalShortcut>("log_interview", ({ ack, shortcut, client }) => {
    const openForm = openFormFor(client, shortcut.trigger_id)
    // A shortcut has no conversation to reply in, so the reason why not is a form of its own.
    const work = Effect.flatMap(
      attempt(logInterviewShortcut, { person: PersonId.make(shortcut.user.id), openForm }),
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
