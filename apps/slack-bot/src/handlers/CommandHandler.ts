import type { Option } from "effect"
import type { MessageContent } from "../blocks/MessageContent.ts"
import type { Asked, Handler } from "./Handler.ts"
import type { OpenForm } from "./openForm.ts"

export interface CommandRequest<Parsed> extends Asked {
  readonly command: Parsed
  readonly openForm: OpenForm
}

/** The reply only the person sees; none when a form was opened instead. */
export type CommandHandler<Parsed> = Handler<CommandRequest<Parsed>, Option.Option<MessageContent>>
