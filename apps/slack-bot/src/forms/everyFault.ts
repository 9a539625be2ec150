/** Every check of what was submitted, so that all that is wrong is shown in one round. */
import { Effect, Result } from "effect"
import { explain, type Problem } from "../handlers/explain.ts"
import type { CaseServices } from "../handlers/Handler.ts"
import { InvalidSubmission } from "./form.ts"

type SubmissionCheck = Effect.Effect<unknown, Problem, CaseServices>

/** Fails with the faults of all checks, each beside its input; what belongs beside none is said alone. */
export const everyFault = Effect.fnUntraced(function* (
  checks: ReadonlyArray<SubmissionCheck>
): Effect.fn.Return<void, Problem, CaseServices> {
  const results = yield* Effect.forEach(checks, (check) => Effect.result(check))
  const problems = results.flatMap((result) => (Result.isFailure(result) ? [result.failure] : []))
  const [first, second] = problems
  if (first === undefined) return
  const ofNoInput = problems.find((problem) => Object.keys(explain(problem).fields).length === 0)
  if (ofNoInput !== undefined) return yield* Effect.fail(ofNoInput)
  if (second === undefined) return yield* Effect.fail(first)
  // Of two faults of one input the first stands.
  const fields = problems.flatMap((problem) => Object.entries(explain(problem).fields)).reverse()
  return yield* new InvalidSubmission({ fields: Object.fromEntries(fields) })
})
