/** What is recorded of links and of other systems' tables, of every child. */
import type { LinkEvent, StrandRowEvent } from "@safe-return/domain/joinedUp"
import { JoinedUpRecords, type JoinedUpStream } from "@safe-return/journal"
import { Effect } from "effect"

/** The events of these streams, links apart from rows. */
export const eventsIn = (streams: ReadonlyArray<JoinedUpStream>) => {
  const [links, rows]: [Array<LinkEvent>, Array<StrandRowEvent>] = [[], []]
  for (const { entries } of streams) {
    for (const { recorded } of entries) {
      const { event } = recorded
      if (event._tag === "LinkConfirmed" || event._tag === "LinkUndone") links.push(event)
      else rows.push(event)
    }
  }
  return { links, rows }
}

export const joinedUpEvents = Effect.gen(function* () {
  return eventsIn(yield* (yield* JoinedUpRecords).all)
})
