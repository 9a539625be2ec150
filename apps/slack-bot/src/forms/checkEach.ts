import type { Instant } from "@safe-return/domain/calendar"
import { type ChildState, type Command, decide, preview, type Refusal } from "@safe-return/domain/pathway"
import { Result } from "effect"
import { explain } from "../handlers/explain.ts"
import { InvalidSubmission } from "./form.ts"

/**
 * What each command of a form comes to, on what the ones before it came to. Several questions stand on one form, so a
 * refusal of the domain goes to the question it is about.
 *
 * @param inputOf the input a refusal of a command is shown beside
 */
export const checkEach = (
  state: ChildState,
  commands: ReadonlyArray<Command>,
  now: Instant,
  inputOf: (command: Command, refusal: Refusal) => string
): Result.Result<ChildState, InvalidSubmission> =>
  commands.reduce<Result.Result<ChildState, InvalidSubmission>>(
    (sofar, command) =>
      Result.flatMap(sofar, (current) =>
        Result.match(decide(current, command, { now }), {
          onSuccess: (events) => Result.succeed(preview(current, events)),
          onFailure: (refusal) =>
            Result.fail(new InvalidSubmission({ fields: { [inputOf(command, refusal)]: explain(refusal).sentence } }))
        })
      ),
    Result.succeed(state)
  )
