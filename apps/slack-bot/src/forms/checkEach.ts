import type { Instant } from "@safe-return/domain/calendar"
import { type ChildState, type Command, decide, preview, type Refusal } from "@safe-return/domain/pathway"
import { Result } from "effect"
import { explain } from "../handlers/explain.ts"
import { InvalidSubmission } from "./form.ts"

/**
 * What each command of a form comes to, on what the ones before it came to. Several questions stand on one form, so a
 * refusal of the domain goes to the question it is about, and all of them at once.
 *
 * @param inputOf the input a refusal of a command is shown beside
 */
export const checkEach = (
  state: ChildState,
  commands: ReadonlyArray<Command>,
  now: Instant,
  inputOf: (command: Command, refusal: Refusal) => string
): Result.Result<ChildState, InvalidSubmission> => {
  let current = state
  const fields: Record<string, string> = {}
  for (const command of commands) {
    Result.match(decide(current, command, { now }), {
      onSuccess: (events) => {
        current = preview(current, events)
      },
      onFailure: (refusal) => {
        fields[inputOf(command, refusal)] ??= explain(refusal).sentence
      }
    })
  }
  return Object.keys(fields).length === 0 ? Result.succeed(current) : Result.fail(new InvalidSubmission({ fields }))
}
