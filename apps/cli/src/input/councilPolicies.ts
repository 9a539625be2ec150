import { addDays, londonDayOf } from "@safe-return/domain/calendar"
import { type Policy, packOn, policyInForce, readBack } from "@safe-return/domain/policy"
import { addMonths, type Month, startOfMonth } from "@safe-return/domain/scorecard"
import { badInput } from "@safe-return/exchange/reading"
import { Config, Effect, Option } from "effect"
import { choosePolicy } from "./choosePolicy.ts"

const lastDayOf = (month: Month) => addDays(londonDayOf(startOfMonth(addMonths(month, 1))), -1)

/** The council's policy of each month, in force on its last day: of those in `SAFE_RETURN_POLICY`, else Rotherham's. */
export const councilPolicies = Effect.fn("councilPolicies")(function* () {
  const names = yield* Effect.option(Config.String("SAFE_RETURN_POLICY"))
  if (Option.isNone(names)) return (month: Month): Policy => packOn("rotherham", lastDayOf(month))
  const { readPolicies } = yield* Effect.promise(() => import("@safe-return/settings"))
  const policies = yield* Effect.mapError(Effect.fromResult(readPolicies(names.value)), (faults) =>
    badInput({ field: "SAFE_RETURN_POLICY", message: `What is named here cannot be used: it ${faults.join("; ")}.` })
  )
  const first = policies[0] as Policy
  return (month: Month): Policy =>
    Option.getOrElse(policyInForce([readBack(first), ...policies], lastDayOf(month)), () => policies.at(-1) ?? first)
})

const onePolicy = badInput({
  field: "--policy",
  message:
    "With small counts withheld a month is shown by the council's own policy alone: two policies would tell a small count between them. Leave --policy out and name the policy in SAFE_RETURN_POLICY, or give --no-suppress if you may see the children's records."
})

/** The policy that is named; with small counts withheld, none may be. */
export const namedPolicy = Effect.fn("namedPolicy")(function* (given: Option.Option<string>, isSuppressed: boolean) {
  if (Option.isNone(given)) return undefined
  const policy = yield* choosePolicy(given.value)
  return isSuppressed ? yield* onePolicy : policy
})
