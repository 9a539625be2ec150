/** What every layer of the audit must do, wherever it keeps it. */
import { describe, expect, it } from "@effect/vitest"
import { Effect, type Layer, type Scope, Stream } from "effect"
import { Audit, type AuditEntry, type JournalUnavailable } from "../src/index.ts"
import { entriesFrom, madeUpEntry } from "./madeUpEntry.ts"
import { restarted } from "./restart.ts"

/** A place of its own; providing the layer again is the restart of the process. */
type FreshAudit = Effect.Effect<Layer.Layer<Audit, JournalUnavailable>, never, Scope.Scope>

export const addAll = (entries: ReadonlyArray<AuditEntry>) =>
  Effect.flatMap(Audit, (audit) => Effect.forEach(entries, audit.add, { concurrency: "unbounded", discard: true }))

export const readBack = Effect.flatMap(Audit, (audit) => Stream.runCollect(audit.read))

export const auditContract = (name: string, fresh: FreshAudit) =>
  describe(`the audit in ${name}`, () => {
    it.live("keeps every entry once, in the order they came, numbered from 1, over restarts", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        expect(yield* restart(readBack)).toEqual([])
        yield* restart(addAll(entriesFrom(0, 300)))
        yield* restart(Effect.forEach(entriesFrom(300, 5), (entry) => addAll([entry])))
        const all = entriesFrom(0, 305).map((entry, index) => ({ _tag: "Entry", number: index + 1, entry }))
        expect(yield* restart(readBack)).toEqual(all)
      }).pipe(Effect.scoped)
    )

    it.live("has an entry to read as soon as adding it has returned", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(
          Effect.forEach([1, 2, 3], (number) =>
            Effect.gen(function* () {
              yield* addAll([madeUpEntry(number)])
              expect(yield* readBack).toHaveLength(number)
            })
          )
        )
      }).pipe(Effect.scoped)
    )
  })
