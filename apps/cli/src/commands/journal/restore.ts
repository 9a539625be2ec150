import { badInput } from "@safe-return/exchange/reading"
import { type ErasureReplay, Erasures, Tombstone } from "@safe-return/journal"
import { restore as restoreBackup } from "@safe-return/journal/files"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { readJson } from "../../input/readJson.ts"
import { print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { json } from "../options.ts"
import { data, keyFile, sealingOf } from "./options.ts"
import { asker, audited, by, withFolder } from "./records.ts"
import { whatItHolds } from "./verify.ts"

const source = Argument.String("backup").pipe(Argument.withDescription("The folder that `journal backup` made"))

const erased = Flag.String("erased").pipe(
  Flag.withDescription("The list of erasures kept outside the journal (`journal erased --json`): they are done again"),
  Flag.optional
)

/** As `journal erased --json` prints them. */
export const Tombstones = Schema.Array(Tombstone)

const erasedAgainInWords = (list: Option.Option<string>, again: ErasureReplay): string => {
  if (Option.isNone(list)) {
    return "If children were erased after this backup was made, what was held of them is back. Give the list of erasures with --erased, or erase them again before the bot starts."
  }
  return again.erased.length === 0
    ? "Nobody whose records were erased has come back with it."
    : `Erased again, because the backup had brought them back: ${again.erased.join(", ")}.`
}

export const restore = Command.make(
  "restore",
  { source, erased, by, data, keyFile, json },
  Effect.fn("restore")(function* (given) {
    const who = yield* asker(given.by)
    // Before anything is restored, so that a list that cannot be read leaves nothing half done.
    const tombstones = Option.isNone(given.erased) ? [] : yield* readJson(given.erased.value, Tombstones)
    const sealing = yield* sealingOf(given.keyFile)
    const restored = yield* restoreBackup(given.source, given.data, sealing, yield* showProgress("restoring")).pipe(
      Effect.catchTag(["TargetNotEmpty", "NotRestored"], ({ message }) => Effect.fail(badInput({ message })))
    )
    const again = yield* withFolder(given)(
      Effect.gen(function* () {
        yield* audited({ act: "restore-backup", by: who }, Effect.void)
        const erasures = yield* Erasures
        return yield* erasures.replayErasures(tombstones)
      })
    )
    yield* given.json
      ? printJson({ folder: given.data, ...restored, erasedAgain: again.erased })
      : print(
          [
            `Restored to ${given.data} and verified: ${whatItHolds(restored)}.`,
            erasedAgainInWords(given.erased, again)
          ].join("\n")
        )
  })
).pipe(
  Command.withDescription(
    "A backup put where the bot starts from: into an empty folder only, verified before and after"
  ),
  Command.withExamples([{ command: "safe-return journal restore /backups/2026-11-26 --data .safe-return/data" }])
)
