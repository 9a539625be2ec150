import type { Asked, Handler } from "./Handler.ts"
import type { OpenForm } from "./openForm.ts"

export interface ButtonPress extends Asked {
  /** The button's value: the ids of what it is about. */
  readonly value: string | undefined
  readonly openForm: OpenForm
}

/** A button opens a form, and only its submission records; the one to acknowledge an alert records by itself. */
export type ButtonHandler = Handler<ButtonPress, void>
