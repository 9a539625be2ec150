import { calendars, londonDayOf } from "@safe-return/domain/calendar"
import { Policy } from "@safe-return/domain/policy"
import { comparePolicies } from "@safe-return/domain/policyComparison"
import { Effect, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { checkedPolicy, choosePolicy } from "../input/choosePolicy.ts"
import { asOf, caseReferences, episodes, momentOf } from "../input/episodeOptions.ts"
import { readHistories } from "../input/readHistories.ts"
import { checkedInWords } from "../output/checkedInWords.ts"
import { differenceAnswer } from "../output/differenceAnswer.ts"
import { count, print, printJson, printJsonList } from "../output/print.ts"
import { json } from "./options.ts"

const pack = (name: string) =>
  Argument.String(name).pipe(Argument.withDescription("A policy file (JSON), or the name of a pack that comes with us"))

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

const compare = Command.make(
  "compare",
  { a: pack("a"), b: pack("b"), episodes, asOf, caseReferences, json },
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
  Command.withDescription("A council's rules as data: checked, shown, or compared on what has happened"),
  Command.withSubcommands([check, show, compare])
)
