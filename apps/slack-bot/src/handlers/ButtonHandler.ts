import type { Asked, Handler } from "./Handler.ts"
import type { OpenForm } from "./openForm.ts"

export interface ButtonPress extends Asked {
  /** The button's value: the ids of what it is about. */
  readonly value: string | undefined
  readonly openForm: OpenForm
}

/** A button opens a form, and nothing is recorded before that is submitted; one alone, to acknowledge, records by itself. */
export type ButtonHandler = Handler<ButtonPress, void>
