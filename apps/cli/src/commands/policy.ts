import { londonDayOf } from "@safe-return/domain/calendar"
import { Policy } from "@safe-return/domain/policy"
import { Effect, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { checkedPolicy, choosePolicy } from "../input/choosePolicy.ts"
import { momentOf } from "../input/episodeOptions.ts"
import { checkedInWords } from "../output/checkedInWords.ts"
import { print, printJson } from "../output/print.ts"
import { json, pack } from "./options.ts"
import { compare } from "./policyCompare.ts"

const checkedOn = Flag.String("as-of").pipe(
  Flag.withDescription(
    "Judge the age of the sources' checks at this moment, such as 2026-11-30T23:59:00Z (default: now)"
  ),
  Flag.optional
)

const check = Command.make(
  "check",
  { policy: pack("policy"), asOf: checkedOn, json },
  Effect.fn("policyCheck")(function* (given) {
    const { policy, ...findings } = yield* checkedPolicy(given.policy, londonDayOf(yield* momentOf(given.asOf)))
    if (given.json) return yield* printJson({ policy: policy.id, title: policy.title, ...findings })
    yield* print(checkedInWords({ policy, ...findings }))
  })
).pipe(Command.withDescription("Whether a policy can be used, and what in it nobody has confirmed"))

const show = Command.make(
  "show",
  { policy: pack("policy") },
  Effect.fn("policyShow")(function* (given) {
    yield* printJson(Schema.encodeSync(Policy)(yield* choosePolicy(given.policy)))
  })
).pipe(
  Command.withDescription("A policy as a file: of a pack, to begin one's own from"),
  Command.withExamples([{ command: "safe-return policy show national-minimum > our-policy.json" }])
)

export const policy = Command.make("policy").pipe(
  Command.withDescription("A council's rules as data: checked, shown, or compared on what has happened"),
  Command.withSubcommands([check, show, compare])
)
