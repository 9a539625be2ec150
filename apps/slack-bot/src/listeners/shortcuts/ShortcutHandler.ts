import type { Asked, Handler } from "../../handlers/Handler.ts"
import type { OpenForm } from "../../handlers/openForm.ts"

export interface ShortcutRequest extends Asked {
  readonly openForm: OpenForm
  /** The text of the message whose menu it was picked from; none for one of the global shortcuts. */
  readonly messageText?: string
}

export type ShortcutHandler = Handler<ShortcutRequest, void>
