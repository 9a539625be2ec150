import { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Clock, Effect, Option, Schema } from "effect"
import { reportView } from "../../views/reportView.ts"
import type { ShortcutHandler } from "./ShortcutHandler.ts"

/** Letters, a hyphen and a number, and nothing behind it: not a police reference, which goes on. */
const REFERENCE = /(?<![\w-])[A-Za-z]{2,6}-\d{3,}(?![\w-])/g

/** The case reference a message names, if it names one and no other; the person sees it in the form and can change it. */
const referenceIn = (text: string): ChildReference | undefined => {
  const [reference, ...others] = new Set(text.match(REFERENCE))
  return others.length > 0 ? undefined : Option.getOrUndefined(Schema.decodeUnknownOption(ChildReference)(reference))
}

/** "Report a missing child", from Slack's shortcuts or from the menu of a message. */
export const reportMissingShortcut: ShortcutHandler = {
  permission: "report-missing",
  handle: Effect.fn("reportMissingShortcut")(function* ({ openForm, messageText = "" }) {
    yield* openForm(reportView(Instant(yield* Clock.currentTimeMillis), referenceIn(messageText)))
  })
}
