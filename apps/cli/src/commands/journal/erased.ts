import { formatInstant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { badInput } from "@safe-return/exchange/reading"
import { Erasures, erasureReasonWords, type Tombstone } from "@safe-return/journal"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { count, print, printJsonList } from "../../output/print.ts"
import { json } from "../options.ts"
import { council, dataOrDatabase, keyFile } from "./options.ts"
import { asker, audited, by, withRecords } from "./records.ts"

export const tombstoneAnswer = ({ child, strand, at, by, reason, removed, digest, lastPosition }: Tombstone) => ({
  child,
  ...definedFields({ strand }),
  at: formatInstant(at),
  by,
  reason,
  removed,
  digest,
  lastPosition
})

const inWords = ({ child, strand, at, by, reason, removed }: Tombstone): string =>
  `  ${child}${strand === undefined ? "" : ", the education case"}: ${londonDateTimeInFull(at)} by ${by}, because ${erasureReasonWords[reason]}; ${count(removed.events, "event")}`

export const erased = Command.make(
  "erased",
  { by, data: dataOrDatabase, council, keyFile, json },
  Effect.fn("erased")(function* (given) {
    const who = yield* asker(given.by)
    const tombstones = yield* withRecords(given)(
      Effect.gen(function* () {
        const erasures = yield* Erasures
        yield* audited({ act: "see-erasures", by: who }, Effect.void)
        const newer = (yield* erasures.unreadable).join(", ")
        if (newer === "") return yield* erasures.all
        return yield* badInput({
          message: `A newer version wrote down the erasure of ${newer}: this list would lack it. Use the newest version.`
        })
      })
    )
    yield* given.json
      ? printJsonList(tombstones.map(tombstoneAnswer))
      : print([`${count(tombstones.length, "erasure")} on record`, ...tombstones.map(inWords)].join("\n"))
  })
).pipe(Command.withDescription("Whose records were erased, when, why and who did it"))
