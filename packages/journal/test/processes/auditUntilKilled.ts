/** Adds to the audit in several lanes until it is killed; says `open`, and then each entry's number in its lane once adding it has returned. */
import { Effect, Layer, Logger } from "effect"
import { auditInLockedDirectory } from "../../src/audit/AuditFiles.ts"
import { LockedDirectory } from "../../src/documents/LockedDirectory.ts"
import { Audit } from "../../src/index.ts"
import { madeUpEntry } from "../madeUpEntry.ts"

const [, , directory = "", life = "1", lanes = "8"] = process.argv

const say = (line: string) => Effect.sync(() => process.stdout.write(`${line}\n`))

const keepAdding = Effect.fnUntraced(function* (lane: number) {
  const audit = yield* Audit
  for (let number = 0; ; number++) {
    const id = Number(life) * 1_000_000 + number * Number(lanes) + lane
    yield* audit.add(madeUpEntry(id))
    yield* say(String(id))
  }
})

export const run = () =>
  Effect.runPromise(
    Effect.gen(function* () {
      yield* say("open")
      const all = Array.from({ length: Number(lanes) }, (_, lane) => lane)
      yield* Effect.forEach(all, keepAdding, { concurrency: "unbounded", discard: true })
    }).pipe(
      Effect.provide(auditInLockedDirectory.pipe(Layer.provide(LockedDirectory.layer(directory)))),
      Effect.catch((failure) => say(`failed: ${failure.message}`)),
      // What a start says of the kill before it is no line of ours.
      Effect.provide(Logger.layer([]))
    )
  )
