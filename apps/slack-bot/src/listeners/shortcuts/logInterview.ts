import { referenceView } from "../../views/referenceView.ts"
import type { Asked, Handler } from "../Handler.ts"
import type { OpenForm } from "../openForm.ts"

export interface ShortcutRequest extends Asked {
  readonly openForm: OpenForm
}

/** "Log a return home interview" from Slack's shortcuts: asks for the reference first. */
export const logInterviewShortcut: Handler<ShortcutRequest, void> = {
  permission: "log-interview",
  handle: ({ openForm }) => openForm(referenceView())
}
