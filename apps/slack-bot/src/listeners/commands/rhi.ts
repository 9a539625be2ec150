import type { Effect, Option } from "effect"
import { attemptForm } from "../../forms/attempt/attempt.ts"
import { type CaseForm, commandFor } from "../../forms/CaseForm.ts"
import { considerationsForm } from "../../forms/considerations/considerations.ts"
import { logForm } from "../../forms/logInterview/logInterview.ts"
import { noInterviewForm } from "../../forms/noInterview/noInterview.ts"
import { offerForm } from "../../forms/offer/offer.ts"
import { recordForm } from "../../forms/record/record.ts"
import { triggerDecisionsForm } from "../../forms/triggerDecisions/triggerDecisions.ts"
import { whyForm } from "../../forms/why/why.ts"
import type { CommandRequest } from "../../handlers/CommandHandler.ts"
import { attempt, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import type { MessageContent } from "../../messages/MessageContent.ts"
import { parseRhi, type RhiForm } from "./parseRhi.ts"
import { rhiAssign } from "./rhiAssign.ts"
import { rhiAway, rhiBack } from "./rhiAway.ts"
import { rhiHandover } from "./rhiHandover.ts"
import { rhiHelp } from "./rhiHelp.ts"
import { rhiHours } from "./rhiHours.ts"
import { rhiQueue } from "./rhiQueue.ts"

const forms: Readonly<Record<RhiForm, CaseForm>> = {
  offer: offerForm,
  attempt: attemptForm,
  log: logForm,
  record: recordForm,
  decline: noInterviewForm,
  consider: considerationsForm,
  decide: triggerDecisionsForm,
  why: whyForm
}

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
      return attempt(commandFor(forms[command.form]), { ...request, command })
    case "Help":
    case "Misunderstood":
      return attempt(rhiHelp, { ...request, command })
  }
}
