/** Opens the directory it is given, says whether it could, and holds it until it is killed. */
import { Effect, Layer } from "effect"
import { lowdbLayer } from "../../src/files.ts"

const [, , directory = ""] = process.argv

const say = (line: string) => Effect.sync(() => process.stdout.write(`${line}\n`))

const hold = Layer.build(lowdbLayer({ directory })).pipe(
  Effect.andThen(say("open")),
  Effect.andThen(Effect.sleep("1 day")),
  Effect.catchTag("JournalUnavailable", (refusal) => say(refusal.message)),
  Effect.scoped
)

export const run = () => Effect.runPromise(hold)
