import {
  type ChildState,
  type Command,
  type Decision,
  type DecisionContext,
  decide,
  preview,
  type Refusal
} from "@safe-return/domain/pathway"
import { Result } from "effect"
import { explain } from "../handlers/explain.ts"
import { InvalidSubmission } from "./form.ts"

/**
 * What each command of a form comes to, on what the ones before it came to. Several questions stand on one form, so a
 * refusal of the domain goes to the question it is about, and all of them at once.
 *
 * @param inputOf the input a refusal of a command is shown beside
 * @param withoutFault the command as if what was refused were right, so that what else is wrong is found too
 */
export const checkEach = (
  state: ChildState,
  commands: ReadonlyArray<Command>,
  context: DecisionContext,
  inputOf: (command: Command, refusal: Refusal) => string,
  withoutFault: (command: Command, refusal: Refusal) => Command | undefined = () => undefined
): Result.Result<ChildState, InvalidSubmission> => {
  let current = state
  const fields: Record<string, string> = {}
  for (const command of commands) {
    const refusedInputs = new Set<string>()
    let asked: Command | undefined = command
    while (asked !== undefined) {
      const decision: Decision = decide(current, asked, context)
      if (Result.isSuccess(decision)) {
        current = preview(current, decision.success)
        break
      }
      const input = inputOf(command, decision.failure)
      if (refusedInputs.has(input)) break
      refusedInputs.add(input)
      fields[input] ??= explain(decision.failure).sentence
      asked = withoutFault(asked, decision.failure)
    }
  }
  return Object.keys(fields).length === 0 ? Result.succeed(current) : Result.fail(new InvalidSubmission({ fields }))
}
