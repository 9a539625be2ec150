/** Reads what simple functions are given. */
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Instant, ISO_WITH_OFFSET, parseInstant } from "../calendar/instant.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { checkPolicy } from "../policy/checkPolicy.ts"
import { isPackName, packs } from "../policy/packs.ts"
import type { Policy } from "../policy/policy.ts"

export const readTime = (value: unknown, field: string): Result.Result<Instant, InputFault> =>
  Option.match(typeof value === "string" ? parseInstant(value) : Option.none(), {
    onNone: () => Result.fail(inputFault(field, `Give ${ISO_WITH_OFFSET}.`)),
    onSome: (time) => Result.succeed(time)
  })

/** A pack by its name, or a council's own policy as an object. */
export const readPolicy = (value: unknown): Result.Result<Policy, ReadonlyArray<InputFault>> => {
  if (typeof value !== "string") {
    return Result.match(checkPolicy(value), {
      onFailure: (faults) =>
        Result.fail(
          faults.map(({ field, message }) => inputFault(field === "" ? "policy" : `policy.${field}`, message))
        ),
      onSuccess: ({ policy }) => Result.succeed(policy)
    })
  }
  return isPackName(value)
    ? Result.succeed(packs[value])
    : Result.fail([inputFault("policy", `There is no such policy here. There are ${Object.keys(packs).join(", ")}.`)])
}
