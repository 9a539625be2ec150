/** Reads, slowly, what a start left unread, so that a damaged record is told of before it is needed. */
import { Deliveries, Journal, Profiles } from "@safe-return/journal"
import { Duration, Effect } from "effect"

/** Sixty thousand children take five hours, and a two-hundredth of one processor. */
const BETWEEN = Duration.millis(300)

/** How long after all of it has been read it is read again. */
const AGAIN_AFTER = Duration.days(1)

/** What is found is told of by whoever is asked for the record; never ends. */
export const readLeftUnread = Effect.gen(function* () {
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const profiles = yield* Profiles
  for (;;) {
    for (const child of yield* journal.unread) {
      yield* Effect.sleep(BETWEEN)
      const read = [journal.read(child), deliveries.of(child), profiles.find(child)]
      for (const one of read) {
        yield* Effect.catch(one, ({ message }) => Effect.logError(`A record cannot be used. ${message}`))
      }
    }
    yield* Effect.sleep(AGAIN_AFTER)
  }
})
