/**
 * How long a start takes on the journal of years: `node apps/slack-bot/bench/startUp.ts [episodes]`. The journal is
 * made up, ten events and eight messages an episode, three or four episodes a child; it is read from disk, checked,
 * decoded and folded as the bot does it, in this process. Reads are from the system's memory where it has them.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Casework, caseworkLayer, NewIds } from "@safe-return/casework"
import { Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Layer } from "effect"
import { writeMadeUpJournal } from "../../../packages/journal/bench/madeUpJournal.ts"

const episodes = Number(process.argv[2] ?? 50_000)
const size = { children: Math.ceil(episodes * 0.3), events: episodes * 10, deliveries: episodes * 8 }

const directory = mkdtempSync(join(tmpdir(), "safe-return-start-"))
try {
  process.stderr.write(`Writing ${size.events} events of ${size.children} made-up children …\n`)
  writeMadeUpJournal(directory, size)
  const begin = performance.now()
  const before = process.cpuUsage()
  const seconds = () => {
    const { user, system } = process.cpuUsage(before)
    const [wall, worked] = [(performance.now() - begin) / 1_000, (user + system) / 1_000_000]
    return `${wall.toFixed(2)} s (${worked.toFixed(2)} s of processor time)`
  }
  const journal = lowdbLayer({ directory })
  const opened = Layer.tap(journal, () => Effect.sync(() => process.stdout.write(`journal open after ${seconds()}\n`)))
  const running = caseworkLayer.pipe(Layer.provide(NewIds.layer), Layer.provideMerge(opened))
  const counted = Effect.gen(function* () {
    const { active, children } = yield* Casework
    const known = (yield* children).length
    process.stdout.write(`ready after ${seconds()}: ${known} children, ${(yield* active).size} not finished\n`)
    return (yield* (yield* Journal).readAll).length
  })
  const events = await Effect.runPromise(Effect.provide(counted, running))
  if (events !== size.events) throw new Error(`${events} events were read, ${size.events} were written`)
} finally {
  rmSync(directory, { recursive: true, force: true })
}
