import * as Result from "effect/Result"
import type { Refusal } from "./refusals.ts"

/** What a check comes to: nothing, or the reason why not. */
export type Check = Result.Result<void, Refusal>

export const pass: Check = Result.void

/** The refusal where something is wrong. */
export const refuseIf = (isWrong: boolean, refusal: Refusal): Check => (isWrong ? Result.fail(refusal) : pass)

/** The first check that does not pass; those after it are not asked. */
export const firstRefusal = (...checks: ReadonlyArray<() => Check>): Check => {
  for (const check of checks) {
    const answer = check()
    if (Result.isFailure(answer)) return answer
  }
  return pass
}

/** What is wrong afterwards and was not wrong before in the same way. */
export const newlyRefused = (before: () => Check, after: Check): Check => {
  if (Result.isSuccess(after)) return after
  const earlier = before()
  return Result.isFailure(earlier) && earlier.failure._tag === after.failure._tag ? pass : after
}
