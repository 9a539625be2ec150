import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { type ChildState, type EpisodeId, episodeById, isOpen } from "@safe-return/domain/pathway"
import { type ChildFacts, type Firing, triggersFired } from "@safe-return/domain/risk"
import { Option } from "effect"

/** The same rule on part of the evidence: said already, or made pointless by the firing that holds it all. */
export const isPartOf = (part: Firing, whole: Firing): boolean =>
  part.rule === whole.rule &&
  part.episodeIds.length < whole.episodeIds.length &&
  part.episodeIds.every((id) => whole.episodeIds.includes(id))

export interface UndecidedTrigger {
  readonly firing: Firing
  /** The latest episode of its evidence, on which the decision is kept. */
  readonly episodeId: EpisodeId
}

/** Met on an episode that is still open, and answered by nobody; the latest met first. */
const undecided = (state: ChildState, fired: ReadonlyArray<Firing>): ReadonlyArray<UndecidedTrigger> =>
  fired
    .filter((firing) => !fired.some((other) => isPartOf(firing, other)))
    .flatMap((firing) => {
      const last = firing.episodeIds.at(-1)
      const episode = last === undefined ? undefined : Option.getOrUndefined(episodeById(state, last))
      const isUndecided =
        episode !== undefined && isOpen(episode) && episode.triggerDecisions?.[firing.key] === undefined
      return isUndecided ? [{ firing, episodeId: episode.id }] : []
    })
    .toSorted((a, b) => b.firing.metAt - a.firing.metAt)

/** Those that Slack may show. */
export const undecidedTriggers = (
  state: ChildState,
  now: Instant,
  calendars: Calendars
): ReadonlyArray<UndecidedTrigger> =>
  undecided(
    state,
    triggersFired(state, { now, calendars }).filter(({ mayGoToChat }) => mayGoToChat)
  )

/** Those that are never posted: for one view by somebody who may, journaled. */
export const undecidedInQuiet = (
  state: ChildState,
  now: Instant,
  calendars: Calendars,
  facts: ChildFacts
): ReadonlyArray<UndecidedTrigger> =>
  undecided(
    state,
    triggersFired(state, { now, calendars, facts }).filter(({ mayGoToChat }) => !mayGoToChat)
  )
