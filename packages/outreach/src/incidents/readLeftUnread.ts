/** Reads, slowly, what a start left unread, so that a damaged record is told of before it is needed. */
import { Deliveries, Journal, type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Duration, Effect } from "effect"

/** Sixty thousand children take ten hours, and a four-hundredth of one processor. */
const BETWEEN = Duration.millis(600)

/** How long after all of it has been read it is read again. */
const AGAIN_AFTER = Duration.days(1)

const found = (read: Effect.Effect<unknown, JournalUnavailable>): Effect.Effect<unknown> =>
  Effect.catch(read, ({ message }) => Effect.logError(`A record cannot be used. ${message}`))

/** What is found is told of when the record is asked for; never ends. */
export const readLeftUnread = Effect.gen(function* () {
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const profiles = yield* Profiles
  return Effect.gen(function* () {
    for (;;) {
      for (const child of yield* journal.unread) {
        yield* Effect.sleep(BETWEEN)
        yield* found(journal.read(child))
        yield* found(deliveries.of(child))
        yield* found(profiles.find(child))
      }
      yield* Effect.sleep(AGAIN_AFTER)
    }
  })
})
