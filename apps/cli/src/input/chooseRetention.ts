import { defaultRetention, RetentionPolicy } from "@safe-return/domain/retention"
import { Effect, Option } from "effect"
import { readJson } from "./readJson.ts"

/** The council's own retention rules; what comes with us when none are named. */
export const chooseRetention = (name: Option.Option<string>) =>
  Option.match(name, {
    onNone: () => Effect.succeed(defaultRetention),
    onSome: (file) => readJson(file, RetentionPolicy)
  })
