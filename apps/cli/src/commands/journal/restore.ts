import { badInput } from "@safe-return/exchange"
import { restore as restoreBackup } from "@safe-return/journal"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { json } from "../options.ts"
import { keyFile, sealingOf } from "./key.ts"
import { data } from "./options.ts"
import { whatItHolds } from "./verify.ts"

const source = Argument.String("backup").pipe(Argument.withDescription("The folder that `journal backup` made"))

export const restore = Command.make(
  "restore",
  { source, data, keyFile, json },
  Effect.fn("restore")(function* (given) {
    const sealing = yield* sealingOf(given.keyFile)
    const restored = yield* restoreBackup(given.source, given.data, sealing, yield* showProgress("restoring")).pipe(
      Effect.catchTag(["TargetNotEmpty", "NotRestored"], ({ message }) => Effect.fail(badInput({ message })))
    )
    yield* given.json
      ? printJson({ folder: given.data, ...restored })
      : print(`Restored to ${given.data} and verified: ${whatItHolds(restored)}.`)
  })
).pipe(
  Command.withDescription(
    "A backup put where the bot starts from: into an empty folder only, verified before and after"
  ),
  Command.withExamples([{ command: "safe-return journal restore /backups/2026-11-26 --data .safe-return/data" }])
)
