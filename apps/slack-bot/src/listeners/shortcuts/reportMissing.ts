import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { referenceExamples } from "../../forms/referenceExamples.ts"
import { reportView } from "../../forms/report/reportView.ts"
import type { ShortcutHandler } from "../../handlers/Handler.ts"
import { childNamedIn, referenceIn } from "./referenceIn.ts"

/** "Report a missing child", from Slack's shortcuts or from the menu of a message. */
export const reportMissingShortcut: ShortcutHandler = {
  permission: "report-missing",
  about: ({ messageText = "" }) => referenceIn(messageText),
  handle: Effect.fn("reportMissingShortcut")(function* ({ openForm, messageText = "" }) {
    const reference = Option.getOrUndefined(yield* childNamedIn(messageText))
    yield* openForm(reportView(Instant(yield* Clock.currentTimeMillis), yield* referenceExamples, { reference }))
  })
}
