import * as Result from "effect/Result"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { type Instant, isInstant } from "./instant.ts"

const wrongTime = (value: unknown): string =>
  typeof value === "string"
    ? "This is text. Read it with parseInstant, which takes a date and time with an offset such as 2026-11-20T18:00:00Z."
    : typeof value === "object" && value !== null && "getTime" in value
      ? "This is a Date. Give its getTime(), which is whole milliseconds since 1970-01-01T00:00:00Z."
      : "A time here is whole milliseconds since 1970-01-01T00:00:00Z, of a year from 0 to 9999. Read it with parseInstant."

/** What to give in place of this value. */
export const instantFault = (value: unknown, field: string): InputFault => inputFault(field, wrongTime(value))

/**
 * A time from outside as an {@link Instant}, or an `InputFault` with what to give instead. Text and `Date`s are
 * refused, and so are fractions of a millisecond and years outside 0 to 9999. Nothing throws.
 *
 * @param value anything
 * @param field the name that the fault gives to what is wrong
 *
 * @example
 * ```ts
 * import { checkInstant } from "@safe-return/domain/calendar"
 * import { Result } from "effect"
 *
 * checkInstant(1_795_255_200_000) // success(1795255200000)
 * Result.mapError(checkInstant("2026-11-21T09:30:00Z", "returnedAt"), ({ field }) => field) // failure("returnedAt")
 * ```
 */
export const checkInstant = (value: unknown, field = ""): Result.Result<Instant, InputFault> =>
  isInstant(value) ? Result.succeed(value) : Result.fail(instantFault(value, field))
