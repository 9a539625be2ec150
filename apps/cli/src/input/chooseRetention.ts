import { defaultRetention, RetentionPolicy } from "@safe-return/domain/retention"
import { BadInput, parseJson, schemaFaults } from "@safe-return/exchange"
import { Effect, Option, Result, Schema } from "effect"
import { readText } from "./openFile.ts"

/** Strict, so that a misspelt cohort is refused and its records are not kept without a date in silence. */
const decode = Schema.decodeUnknownResult(RetentionPolicy, { errors: "all", onExcessProperty: "error" })

/** The council's own retention rules, checked; what comes with us when none are named. */
export const chooseRetention = Effect.fn("chooseRetention")(function* (name: Option.Option<string>) {
  if (Option.isNone(name)) return defaultRetention
  const { file, text } = yield* readText(name.value)
  const parsed = parseJson(file, text)
  if (Result.isFailure(parsed)) return yield* new BadInput({ faults: [parsed.failure] })
  return yield* Result.mapError(
    decode(parsed.success),
    ({ issue }) => new BadInput({ faults: schemaFaults(issue, { file }) })
  ).pipe(Effect.fromResult)
})
