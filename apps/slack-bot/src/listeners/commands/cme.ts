import { Effect, type Option } from "effect"
import type { MessageContent } from "../../blocks/blocks.ts"
import { pupilCommandFor, todayInLondon } from "../../forms/PupilForm.ts"
import { openReferral } from "../../forms/pupilReferral/pupilReferral.ts"
import { openReturnLook } from "../../forms/pupilReturn/pupilReturn.ts"
import { attempt, type CommandRequest, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import { cmeHelp } from "./cmeHelp.ts"
import { cmeList } from "./cmeList.ts"
import { cmeReturn } from "./cmeReturn.ts"
import { cmeWhy } from "./cmeWhy.ts"
import { parseCme } from "./parseCme.ts"

/** `/cme …`, of children missing education: each word has its own handler and its own permission. */
export const cme = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> =>
  Effect.flatMap(todayInLondon, (today) => {
    const command = parseCme(request.command, today)
    switch (command._tag) {
      case "Refer":
        return attempt(openReferral, { ...request, command })
      case "Form":
        return attempt(pupilCommandFor(command.form), { ...request, command })
      case "Look":
        return attempt(openReturnLook, { ...request, command })
      case "List":
        return attempt(cmeList, { ...request, command })
      case "Why":
        return attempt(cmeWhy, { ...request, command })
      case "Return":
        return attempt(cmeReturn, { ...request, command })
      case "Help":
      case "Misunderstood":
        return attempt(cmeHelp, { ...request, command })
    }
  })
