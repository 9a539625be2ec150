import { calendars } from "@safe-return/domain/calendar"
import { comparePolicies } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { checkedPolicy, choosePolicy } from "../input/choosePolicy.ts"
import { asOf, episodes, readHistories } from "../input/readHistories.ts"
import { differenceAnswer } from "../output/differenceAnswer.ts"
import { print, printJson, printJsonList } from "../output/print.ts"
import { count } from "../output/wording.ts"
import { json } from "./options.ts"

const pack = (name: string) =>
  Argument.String(name).pipe(Argument.withDescription("A policy file (JSON), or the name of a pack that comes with us"))

const check = Command.make(
  "check",
  { policy: pack("policy"), json },
  Effect.fn("policyCheck")(function* (given) {
    const { policy, unverified } = yield* checkedPolicy(given.policy)
    if (given.json) return yield* printJson({ policy: policy.id, title: policy.title, unverified })
    const toConfirm = unverified.map(({ field, source }) => `  ${field}: ${source}`)
    yield* print(
      [
        `${policy.title} (${policy.id}), from ${policy.effectiveFrom}: in order.`,
        unverified.length === 0
          ? "Every number and rule is confirmed."
          : `To be confirmed before go-live (${unverified.length}):`,
        ...toConfirm
      ].join("\n")
    )
  })
).pipe(Command.withDescription("Whether a policy can be used, and what in it nobody has confirmed"))

const compare = Command.make(
  "compare",
  { a: pack("a"), b: pack("b"), episodes, asOf, json },
  Effect.fn("policyCompare")(function* (given) {
    const a = yield* choosePolicy(given.a)
    const b = yield* choosePolicy(given.b)
    const { histories, now } = yield* readHistories({ ...given, policy: a })
    const differences = comparePolicies(a, b, histories, now, calendars)
    if (given.json) return yield* printJsonList(differences.map(differenceAnswer))
    yield* print(
      [
        `From ${a.title} (${a.id}) to ${b.title} (${b.id}): ${count(differences.length, "difference")}`,
        ...differences.map(({ words }) => `  ${words}`)
      ].join("\n")
    )
  })
).pipe(
  Command.withDescription("What would be different for the children of an episode table under policy B instead of A"),
  Command.withExamples([{ command: "safe-return policy compare rotherham derbyshire --episodes episodes.csv" }])
)

export const policy = Command.make("policy").pipe(
  Command.withDescription("A council's rules as data: checked, or compared on what has happened"),
  Command.withSubcommands([check, compare])
)
