import type { AllMiddlewareArgs, AnyMiddlewareArgs, App } from "@slack/bolt"
import type { Run } from "../handlers/Handler.ts"
import type { TablesTaken } from "../slack/TablesTaken.ts"
import { answerButton, type ButtonPressed } from "./actions/index.ts"
import { answerCommand } from "./commands/index.ts"
import { answerEvent, answerHomeButton, isHomeButton } from "./events/index.ts"
import { answerShortcut } from "./shortcuts/index.ts"
import { answerSubmission, type FormSubmitted } from "./submissions/index.ts"

type Request = AnyMiddlewareArgs & AllMiddlewareArgs

const isButtonPressed = (request: Request): request is ButtonPressed =>
  "action" in request && request.body.type === "block_actions"

const isFormSubmitted = (request: Request): request is FormSubmitted =>
  "view" in request && request.body.type === "view_submission"

/**
 * Everything the bot answers to in Slack. Its manifest declares the same. One middleware, as Bolt runs every listener at
 * every request: fifteen cost four times what the rest of Bolt does.
 */
export const registerListeners = (app: App, run: Run, tables: TablesTaken): void => {
  const [command, button, homeButton, submission, shortcut, event] = [
    answerCommand(run, tables),
    answerButton(run),
    answerHomeButton(run),
    answerSubmission(run),
    answerShortcut(run),
    answerEvent(run)
  ]
  app.use(async (request) => {
    if ("command" in request) return command(request)
    if (isButtonPressed(request)) return isHomeButton(request) ? homeButton(request) : button(request)
    if (isFormSubmitted(request)) return submission(request)
    if ("shortcut" in request) return shortcut(request)
    if ("event" in request) return event(request)
  })
}
