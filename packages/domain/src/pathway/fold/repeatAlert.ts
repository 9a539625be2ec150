import { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type AlertedBecause, type AnsweredAlert, alertOf, climbStartOf } from "../alert.ts"
import type { PathwayEvent } from "../events.ts"
import { isOpen } from "../standing.ts"
import type { Episode } from "../state.ts"
import { changeEpisode, type Draft } from "./draft.ts"

/** The episodes of which an event can be news that people have to be alerted to. */
const mayConcern = ({ episodes }: Draft, event: PathwayEvent): ReadonlyArray<EpisodeId> => {
  switch (event._tag) {
    case "NotificationReceived":
      return event.notification.kind === "missing" && event.episodeId !== undefined ? [event.episodeId] : []
    case "EpisodeUpdated":
    case "EpisodeCorrected":
    case "EpisodeReopened":
    case "MissingAfterAll":
      return [event.episodeId]
    case "EpisodesSeparated":
      return [event.duplicateId, event.episodeId]
    case "DeathTakenBack":
      return episodes.items.map(({ id }) => id)
    default:
      return []
  }
}

const isMissing = (episode: Episode): boolean => episode.progress._tag === "Missing" && isOpen(episode)

/** The alerts of records that were joined to an episode, of a disappearance that was graded high there. */
const joinedAtHighRisk = ({ episodes }: Draft, { id }: Episode): ReadonlyArray<AnsweredAlert> =>
  episodes.items.flatMap((one) =>
    one.progress._tag === "Cancelled" && one.progress.duplicateOf === id && one.risk === "high" ? [alertOf(one)] : []
  )

/** Whether the grade is news to any of those who answered: not to who answered a joined record's alert at that grade. */
const isRiskRaised = (draft: Draft, before: Episode, after: Episode): boolean => {
  if (after.risk !== "high" || before.risk === "high") return false
  const knowing = joinedAtHighRisk(draft, after).flatMap(({ acknowledgements }) => acknowledgements.map(({ by }) => by))
  return alertOf(before).acknowledgements.some(({ by }) => !knowing.includes(by))
}

const because = (draft: Draft, before: Episode, after: Episode, event: PathwayEvent): AlertedBecause | undefined => {
  if (!isMissing(after)) return undefined
  if (!isMissing(before)) return "missing-after-all"
  // An alert that nobody has answered goes on climbing: begun again, it would reach the next person later.
  if (alertOf(before).acknowledgements.length === 0) return undefined
  if (event._tag === "NotificationReceived") return "reported-again"
  return isRiskRaised(draft, before, after) ? "risk-raised" : undefined
}

/** The news climbs from where that of the joined records was, which nobody had answered. */
const joinedClimbOf = (alert: number, joined: ReadonlyArray<AnsweredAlert>): Pick<Episode, "joinedClimb"> =>
  joined.length === 0 ? {} : { joinedClimb: { alert, from: Instant(Math.min(...joined.map(climbStartOf))) } }

/** Applies an event, and raises another alert where a recorded event is news that needs one. */
export const repeatAlert = (draft: Draft, event: PathwayEvent, change: () => void): void => {
  const { at } = draft
  const before = at === undefined ? [] : mayConcern(draft, event).map((id) => draft.episodes.find(id))
  change()
  if (at === undefined) return
  for (const episode of before) {
    const after = episode === undefined ? undefined : draft.episodes.find(episode.id)
    if (episode === undefined || after === undefined) continue
    const reason = because(draft, episode, after, event)
    if (reason === undefined) continue
    const { earlier = [], ...alert } = alertOf(after)
    const again = { number: alert.number + 1, because: reason, at }
    // Those who have not answered the alert before are reached no later for the news.
    const alertedAgain = reason === "missing-after-all" ? again : { ...again, earlier: [...earlier, alert] }
    const joined = reason === "risk-raised" ? joinedAtHighRisk(draft, after) : []
    changeEpisode(draft, after.id, (own): Episode => ({ ...own, alertedAgain, ...joinedClimbOf(again.number, joined) }))
  }
}
