import { Effect, Option } from "effect"
import { formForChild } from "../../forms/CaseForm.ts"
import { logForm } from "../../forms/logInterview/logInterview.ts"
import { referenceView } from "../../forms/logInterview/referenceView.ts"
import { referenceExamples } from "../../forms/referenceExamples.ts"
import type { ShortcutHandler } from "../../handlers/Handler.ts"
import { childNamedIn, referenceIn } from "./referenceIn.ts"

/** "Log interview", from Slack's shortcuts or a message's menu: asks for the reference where the message names none. */
export const logInterviewShortcut: ShortcutHandler = {
  permission: "log-interview",
  about: ({ messageText = "" }) => referenceIn(messageText),
  asksForChild: true,
  handle: Effect.fn("logInterviewShortcut")(function* ({ messageText = "", openForm, person }) {
    const reference = yield* childNamedIn(messageText)
    const view = Option.isSome(reference)
      ? yield* formForChild(logForm, reference.value, person)
      : referenceView(yield* referenceExamples)
    yield* openForm(view)
  })
}
