import { referenceView } from "../../views/referenceView.ts"
import type { ShortcutHandler } from "./ShortcutHandler.ts"

/** "Log a return home interview" from Slack's shortcuts: asks for the reference first. */
export const logInterviewShortcut: ShortcutHandler = {
  permission: "log-interview",
  handle: ({ openForm }) => openForm(referenceView())
}
