/** Erases LCS-1 in the directory it is given, and kills itself in place of the nth flush from then on. Says `done` if it comes to the end. */
import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { Erasures } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { asked } from "../madeUpErasure.ts"

const [, , directory = "", flush = "1"] = process.argv

export const run = () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const erasures = yield* Erasures
      let left = Number(flush)
      yield* watchFlushes(async () => {
        left -= 1
        if (left === 0) process.kill(process.pid, "SIGKILL")
      })
      yield* erasures.erase(asked)
      process.stdout.write("done\n")
      process.kill(process.pid, "SIGKILL")
    }).pipe(Effect.scoped, Effect.provide(lowdbLayer({ directory })))
  )
