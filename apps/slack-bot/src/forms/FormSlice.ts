import type { ButtonHandler } from "../handlers/ButtonHandler.ts"
import type { CaseForm } from "./CaseForm.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

/** A slash command that opens a form for the child it names: `/missing screen LCS-10432`. */
export type FormCommand = `${"/missing" | "/rhi"} ${string}`

/** All that Slack asks of one form, or of a few that are one. */
export interface FormSlice {
  /** By the action id of the button that opens it. */
  readonly buttons?: Readonly<Record<string, ButtonHandler>>
  readonly commands?: Readonly<Record<FormCommand, CaseForm>>
  /** By the callback id that its submission comes back with. */
  readonly submissions?: Readonly<Record<string, SubmissionHandler>>
}
