import { type ErasureReplay, Erasures } from "@safe-return/journal"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { readJson } from "../../input/readJson.ts"
import { count, print, printJson } from "../../output/print.ts"
import { json } from "../options.ts"
import { council, dataOrDatabase, keyFile } from "./options.ts"
import { asker, audited, by, withRecords } from "./records.ts"
import { Tombstones } from "./restore.ts"

const list = Argument.String("list").pipe(
  Argument.withDescription("The list of erasures kept outside the journal, as `journal erased --json` prints it")
)

const inWords = ({ erased, tombstones }: ErasureReplay): string =>
  [
    erased.length === 0
      ? "Nobody on the list had come back."
      : `Erased again, because they had come back: ${erased.join(", ")}.`,
    `${count(tombstones, "erasure")} of the list ${tombstones === 1 ? "was" : "were"} not known here.`
  ].join("\n")

export const eraseAgain = Command.make(
  "erase-again",
  { list, by, data: dataOrDatabase, council, keyFile, json },
  Effect.fn("erase-again")(function* (given) {
    const who = yield* asker(given.by)
    const tombstones = yield* readJson(given.list, Tombstones)
    const again = yield* withRecords(given)(
      Effect.gen(function* () {
        yield* audited({ act: "restore-backup", by: who }, Effect.void)
        return yield* (yield* Erasures).replayErasures(tombstones)
      })
    )
    yield* given.json ? printJson({ erasedAgain: again.erased, notKnown: again.tombstones }) : print(inWords(again))
  })
).pipe(
  Command.withDescription(
    "Erase again who came back with a backup that was made before; for a database after pg_restore"
  ),
  Command.withExamples([{ command: "safe-return journal erase-again erased.json --data database" }])
)
