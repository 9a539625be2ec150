import { Casework, Council, episodesOf } from "@safe-return/casework"
import type { ChildReference, ChildState, Episode, PathwayEvent } from "@safe-return/domain/pathway"
import type { JournalUnavailable } from "@safe-return/journal"
import { eventInWords } from "@safe-return/outreach"
import { Effect, Option } from "effect"
import { slackStyle } from "../messages/slackStyle.ts"
import { personInWords } from "../words/person.ts"

/** Lines told at most: the newest say how things stand. */
const SHOWN = 10

/** What was recorded of this episode since a form on it was opened, in words, with who recorded it. */
export const changesSince = Effect.fn("changesSince")(function* (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  seen: number,
  except?: PathwayEvent["_tag"]
): Effect.fn.Return<ReadonlyArray<string>, JournalUnavailable, Casework | Council> {
  const casework = yield* Casework
  const { calendars } = yield* Council
  const history = yield* casework.history(child)
  return history
    .slice(seen)
    .filter(({ event }) => event._tag !== except && episodesOf(state, event).includes(episode.id))
    .flatMap(({ event, recordedBy }) =>
      Option.toArray(
        Option.map(
          eventInWords(event, { state, calendars }, slackStyle),
          (words) => `${words} By ${personInWords(recordedBy)}.`
        )
      )
    )
    .slice(-SHOWN)
})
