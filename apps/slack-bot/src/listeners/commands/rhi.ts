import type { Effect, Option } from "effect"
import type { MessageContent } from "../../messages/MessageContent.ts"
import { attempt, type HandlerServices, type Outcome } from "../Handler.ts"
import type { CommandRequest } from "./CommandHandler.ts"
import { parseRhi } from "./parseRhi.ts"
import { rhiAssign } from "./rhiAssign.ts"
import { rhiHelp } from "./rhiHelp.ts"
import { rhiLog } from "./rhiLog.ts"
import { rhiQueue } from "./rhiQueue.ts"

/** `/rhi …`: each subcommand has its own handler and its own permission. */
export const rhi = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> => {
  const command = parseRhi(request.command)
  switch (command._tag) {
    case "Assign":
      return attempt(rhiAssign, { ...request, command })
    case "Queue":
      return attempt(rhiQueue, { ...request, command })
    case "Log":
      return attempt(rhiLog, { ...request, command })
    case "Help":
    case "Misunderstood":
      return attempt(rhiHelp, { ...request, command })
  }
}
