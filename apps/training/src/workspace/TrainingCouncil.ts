/** Whose workspace is trained in: Rotherham's, or that of the policy that the environment names. */
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Policy, policyInForce, rotherham } from "@safe-return/domain/policy"
import { readPolicies, tidyEnvironment } from "@safe-return/settings"
import { Clock, Effect, Option, Result, Schema } from "effect"

export interface TrainingCouncil {
  /** As the page and the Home call it. */
  readonly authority: string
  readonly policy: Policy
}

const councilOf = (policy: Policy): TrainingCouncil => ({ authority: `${policy.title} (training)`, policy })

/** The council that scenarios and the tour are written for. */
export const usualCouncil = councilOf(rotherham)

/** The policy that is set cannot be trained with. */
export class PolicyUnusable extends Schema.TaggedError<PolicyUnusable>()("PolicyUnusable", {
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return ["The training workspace cannot open. Set this in the environment:", ...this.problems].join("\n  ")
  }
}

/** By `SAFE_RETURN_POLICY`, as the bot reads it; of policies that have not begun, the first can be trained for. */
export const trainingCouncil = Effect.fn("trainingCouncil")(function* (
  environment: Readonly<Record<string, string | undefined>>
) {
  const { values, problems } = tidyEnvironment(environment)
  const { SAFE_RETURN_POLICY: text } = values
  if (text === undefined) return usualCouncil
  const untidy = problems.get("SAFE_RETURN_POLICY")
  const read = untidy === undefined ? readPolicies(text) : Result.fail([untidy])
  if (Result.isFailure(read)) {
    return yield* new PolicyUnusable({ problems: read.failure.map((fault) => `SAFE_RETURN_POLICY ${fault}`) })
  }
  const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
  return councilOf(Option.getOrElse(policyInForce(read.success, today), () => read.success[0] ?? rotherham))
})

/** The name of a council's own folder, so that no workspace goes on under another's policy. */
export const folderOf = ({ policy }: TrainingCouncil): string =>
  policy.id === rotherham.id ? "training" : `training-${policy.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`
