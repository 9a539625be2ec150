import type { Effect, Option } from "effect"
import type { MessageContent } from "../../blocks/blocks.ts"
import { commandFor } from "../../forms/CaseForm.ts"
import type { CommandRequest } from "../../handlers/Handler.ts"
import { attempt, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import { missingHelp } from "./missingHelp.ts"
import { missingFound, missingReturned } from "./missingMovement.ts"
import { missingOpen } from "./missingOpen.ts"
import { missingReport } from "./missingReport.ts"
import { missingReveal } from "./missingReveal.ts"
import { missingStatus } from "./missingStatus.ts"
import { parseMissing } from "./parseMissing.ts"

/** `/missing …`: each subcommand has its own handler and its own permission. */
export const missing = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> => {
  const command = parseMissing(request.command)
  switch (command._tag) {
    case "Report":
      return attempt(missingReport, { ...request, command })
    case "Found":
      return attempt(missingFound, { ...request, command })
    case "Returned":
      return attempt(missingReturned, { ...request, command })
    case "Status":
      return attempt(missingStatus, { ...request, command })
    case "Reveal":
      return attempt(missingReveal, { ...request, command })
    case "Open":
      return attempt(missingOpen, { ...request, command })
    case "Form":
      return attempt(commandFor(command.form), { ...request, command })
    case "Help":
    case "Misunderstood":
      return attempt(missingHelp, { ...request, command })
  }
}
