/** The live journal as an episode table: what is counted of it is counted of every table alike. */
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import { type EpisodeRow, episodeRowsOf } from "@safe-return/exchange"
import { Profiles } from "@safe-return/journal"
import { Effect, Schema } from "effect"
import { Casework } from "./Casework.ts"
import { Council } from "./Council.ts"

/** Rows without what a newer version recorded would give wrong figures, so there are none. */
export class EpisodesUnreadable extends Schema.TaggedError<EpisodesUnreadable>()("EpisodesUnreadable", {}) {
  override get message() {
    return "A newer version of Safe Return recorded something that this one cannot read, so its figures would be wrong. Ask the people who look after Safe Return to update this bot."
  }
}

/** How many children are read before others have a turn. */
const AT_A_TIME = 50

/** Streams of finished children read at once. */
const READ_AT_ONCE = 8

/** Every episode on record, child by child in the order of the references; who was erased meanwhile is left out. */
export const episodesOnRecord = Effect.fn("episodesOnRecord")(function* () {
  const casework = yield* Casework
  const { calendars } = yield* Council
  if ((yield* casework.unreadable).length > 0) return yield* new EpisodesUnreadable()
  const children = (yield* casework.children).toSorted()
  const active = yield* casework.active
  const profiles = yield* (yield* Profiles).findEach(children)

  const stateOf = (child: ChildReference) => {
    const known = active.get(child)
    return known === undefined
      ? Effect.catchTag(casework.get(child), "UnknownReference", () => Effect.undefined)
      : Effect.succeed(known)
  }
  const rowsOf = (child: ChildReference, state: ChildState): ReadonlyArray<EpisodeRow> => {
    const caseStatus = profiles.get(child)?.caseStatus
    return episodeRowsOf({ child, state, facts: caseStatus === undefined ? {} : { caseStatus } }, calendars)
  }

  const rows: Array<EpisodeRow> = []
  for (let first = 0; first < children.length; first += AT_A_TIME) {
    const some = children.slice(first, first + AT_A_TIME)
    const states = yield* Effect.forEach(some, stateOf, { concurrency: READ_AT_ONCE })
    some.forEach((child, place) => {
      const state = states[place]
      if (state !== undefined) rows.push(...rowsOf(child, state))
    })
    yield* Effect.yieldNow
  }
  return rows
})
