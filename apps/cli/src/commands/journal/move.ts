import { existsSync } from "node:fs"
import { Instant } from "@safe-return/domain/calendar"
import { badInput } from "@safe-return/exchange/reading"
import { moveRecords } from "@safe-return/journal"
import { lowdbLayer, type Sealing } from "@safe-return/journal/files"
import { Clock, Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { count, print, printJson } from "../../output/print.ts"
import { json } from "../options.ts"
import { council, databaseRecords, FROM_ENVIRONMENT, keyFile, sealingOf } from "./options.ts"

const place = (name: string, which: string) =>
  Flag.String(name).pipe(
    Flag.withDescription(`${which}: a folder, or "${FROM_ENVIRONMENT}" for the one SAFE_RETURN_DATABASE_URL names`)
  )

const open = Effect.fnUntraced(function* (field: "--from" | "--to", text: string, council: string, sealing: Sealing) {
  if (text === FROM_ENVIRONMENT) return yield* Layer.build(databaseRecords(field, council))
  if (field === "--from" && !existsSync(text)) {
    return yield* badInput({ field, message: "There is no such folder." })
  }
  return yield* Layer.build(lowdbLayer({ directory: text, sealing }))
})

export const move = Command.make(
  "move",
  {
    from: place("from", "Where everything is kept now"),
    to: place("to", "Where the records go"),
    council,
    keyFile,
    json
  },
  Effect.fn("move")(function* (given) {
    const sealing = yield* sealingOf(given.keyFile)
    const moved = yield* Effect.scoped(
      Effect.gen(function* () {
        const from = yield* open("--from", given.from, given.council, sealing)
        const to = yield* open("--to", given.to, given.council, sealing)
        return yield* moveRecords(from, to, Instant(yield* Clock.currentTimeMillis))
      })
    ).pipe(Effect.catchTag("TargetInUse", ({ message }) => Effect.fail(badInput({ field: "--to", message }))))
    yield* given.json
      ? printJson(moved)
      : print(
          [
            `Moved and compared event by event: ${count(moved.events, "event")} of ${count(moved.children, "child", "children")},`,
            `${count(moved.profiles, "profile")}, ${count(moved.deliveries, "delivery", "deliveries")} and ${count(moved.audited, "entry", "entries")} of the audit.`,
            "What was at the old place is still there: start the bot on the new one, look, and then put the old one away."
          ].join("\n")
        )
  })
).pipe(
  Command.withDescription(
    "Everything from a folder to PostgreSQL or back, to a place that holds nothing yet; stop the bot first"
  ),
  Command.withExamples([
    { command: "safe-return journal move --from .safe-return/data --to database", description: "To PostgreSQL" },
    { command: "safe-return journal move --from database --to ./records", description: "Back to a folder" }
  ])
)
