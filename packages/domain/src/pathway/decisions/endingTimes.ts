import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import { type Check, firstRefusal, newlyRefused, pass, refuseIf } from "../check.ts"
import type { PathwayEvent } from "../events.ts"
import { preview } from "../evolve.ts"
import { AbsenceChangeOutOfOrder, MissingOnceFound, MoveOutOfOrder, WhereaboutsOutOfOrder } from "../refusals.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, decideAfter } from "./decision.ts"

const isOutside = (time: Instant, from: Instant | undefined, until: Instant | undefined): boolean =>
  (from !== undefined && time < from) || (until !== undefined && time > until)

const returnOf = ({ progress }: Episode): Instant | undefined =>
  progress._tag === "Returned" ? progress.returnedAt : undefined

const checkStays = (episode: Episode): Check => {
  const foundAt = "foundAt" in episode.progress ? episode.progress.foundAt : undefined
  const wrong = episode.stays?.some(({ since }) => isOutside(since, foundAt, returnOf(episode)))
  return refuseIf(wrong === true, WhereaboutsOutOfOrder)
}

/** Each stretch is longer than nothing, and nobody is missing in a stretch that begins once they are found. */
const checkStretches = (episode: Episode): Check => {
  const { earlierStretches = [], missingAt, absence, progress } = episode
  let from = missingAt
  for (const { until } of earlierStretches) {
    if (until <= from || isOutside(until, from, returnOf(episode))) return Result.fail(AbsenceChangeOutOfOrder)
    from = until
  }
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const isLost = earlierStretches.length > 0 && absence === "missing" && foundAt !== undefined && foundAt < from
  return refuseIf(isLost, MissingOnceFound)
}

const checkMoves = (episode: Episode): Check => {
  const wrong = episode.placements?.some(
    ({ movedAt }) => movedAt !== undefined && isOutside(movedAt, episode.missingAt, returnOf(episode))
  )
  return refuseIf(wrong === true, MoveOutOfOrder)
}

const checkTimes = (episode: Episode | undefined): Check =>
  episode === undefined
    ? pass
    : firstRefusal(
        () => checkStays(episode),
        () => checkStretches(episode),
        () => checkMoves(episode)
      )

/** The event, if every stay, stretch and move of the episode is in order once it has happened. */
export const acceptEndingInOrder = (state: ChildState, episode: Episode, event: PathwayEvent): Decision => {
  const after = preview(state, [event]).episodes.find(({ id }) => id === episode.id)
  return decideAfter(
    newlyRefused(() => checkTimes(episode), checkTimes(after)),
    () => accept(event)
  )
}
