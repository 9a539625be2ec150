import { badInput } from "@safe-return/exchange/reading"
import { backUp } from "@safe-return/journal/files"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { json } from "../options.ts"
import { data, keyFile, sealingOf } from "./options.ts"
import { JournalDamaged, whatItHolds } from "./verify.ts"

const target = Argument.String("folder").pipe(Argument.withDescription("Where to: empty, or not there yet"))

export const backup = Command.make(
  "backup",
  { target, data, keyFile, json },
  Effect.fn("backup")(function* (given) {
    const sealing = yield* sealingOf(given.keyFile)
    const copy = yield* backUp(given.data, given.target, sealing, yield* showProgress("copying")).pipe(
      Effect.catchTag("TargetNotEmpty", ({ message }) => Effect.fail(badInput({ message })))
    )
    if (copy.faults.length > 0) return yield* new JournalDamaged({ faults: copy.faults.length })
    yield* given.json
      ? printJson({ folder: given.target, ...copy })
      : print(`Copied to ${given.target} and verified: ${whatItHolds(copy)}.`)
  })
).pipe(
  Command.withDescription("A copy that is one cut through the journal, taken while the bot runs, and verified"),
  Command.withExamples([{ command: "safe-return journal backup /backups/2026-11-26" }])
)
