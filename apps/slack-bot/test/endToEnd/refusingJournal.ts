/** A journal in a folder that refuses when a test says so, as a full disk or a database that is away would. */
import {
  Audit,
  Deliveries,
  Journal,
  JournalUnavailable,
  NotAudited,
  Profiles,
  WriteCheck,
  type WriteFault
} from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Context, Effect, Layer } from "effect"

export const refusingJournal = (directory: string) => {
  let fault: WriteFault | undefined
  const refusal = () =>
    new JournalUnavailable({
      path: directory,
      reason: "refused by the test",
      ...(fault === undefined ? {} : { fault })
    })

  const unlessRefused = <A, E>(asked: Effect.Effect<A, E>): Effect.Effect<A, E | JournalUnavailable> =>
    Effect.suspend(
      (): Effect.Effect<A, E | JournalUnavailable> => (fault === undefined ? asked : Effect.fail(refusal()))
    )
  /** A disk that is full can still be read; a database that is away cannot. */
  const read = <A>(asked: Effect.Effect<A, JournalUnavailable>): Effect.Effect<A, JournalUnavailable> =>
    Effect.suspend(() => (fault === "away" ? Effect.fail(refusal()) : asked))

  const refusing = Layer.effectContext(
    Effect.gen(function* () {
      const audit = yield* Audit
      const deliveries = yield* Deliveries
      const journal = yield* Journal
      const profiles = yield* Profiles
      const check = yield* WriteCheck
      return Context.make(
        Audit,
        Audit.of({
          ...audit,
          add: (entry) =>
            Effect.suspend(() =>
              fault === undefined
                ? audit.add(entry)
                : Effect.fail(new NotAudited({ path: directory, reason: "refused by the test", fault }))
            )
        })
      ).pipe(
        Context.add(
          Deliveries,
          Deliveries.of({
            ...deliveries,
            of: (subject) => read(deliveries.of(subject)),
            claim: (...asked) => unlessRefused(deliveries.claim(...asked)),
            keep: (...asked) => unlessRefused(deliveries.keep(...asked))
          })
        ),
        Context.add(
          Journal,
          Journal.of({
            ...journal,
            read: (child) => read(journal.read(child)),
            append: (...asked) => unlessRefused(journal.append(...asked)),
            appendUnder: (...asked) => unlessRefused(journal.appendUnder(...asked))
          })
        ),
        Context.add(Profiles, Profiles.of({ ...profiles, find: (child) => read(profiles.find(child)) })),
        Context.add(WriteCheck, WriteCheck.of({ run: unlessRefused(check.run) }))
      )
    })
  )

  return {
    layer: refusing.pipe(Layer.provideMerge(lowdbLayer({ directory }))),
    refuse: (because: WriteFault): void => {
      fault = because
    },
    heal: (): void => {
      fault = undefined
    }
  }
}
