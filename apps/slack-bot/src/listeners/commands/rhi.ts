import type { Effect, Option } from "effect"
import type { MessageContent } from "../../blocks/blocks.ts"
import { commandFor } from "../../forms/CaseForm.ts"
import type { CommandRequest } from "../../handlers/Handler.ts"
import { attempt, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import { parseRhi } from "./parseRhi.ts"
import { rhiAssign } from "./rhiAssign.ts"
import { rhiAway, rhiBack } from "./rhiAway.ts"
import { rhiHandover } from "./rhiHandover.ts"
import { rhiHelp } from "./rhiHelp.ts"
import { rhiHours } from "./rhiHours.ts"
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
    case "Mine":
    case "Overdue":
      return attempt(rhiQueue, { ...request, command })
    case "Handover":
      return attempt(rhiHandover, { ...request, command })
    case "Away":
      return attempt(rhiAway, { ...request, command })
    case "Back":
      return attempt(rhiBack, { ...request, command })
    case "Hours":
      return attempt(rhiHours, { ...request, command })
    case "Form":
      return attempt(commandFor(command.form), { ...request, command })
    case "Help":
    case "Misunderstood":
      return attempt(rhiHelp, { ...request, command })
  }
}
