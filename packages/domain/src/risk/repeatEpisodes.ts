import { addHours, type Instant } from "../calendar/instant.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { Firing } from "./firing.ts"

const HOURS_A_DAY = 24

/** Episodes that began in the window ending with `last`, oldest first. A day is 24 elapsed hours. */
const episodesUpTo = (last: Episode, episodes: ReadonlyArray<Episode>, windowDays: number): ReadonlyArray<Episode> => {
  const from: Instant = addHours(last.missingAt, -windowDays * HOURS_A_DAY)
  return episodes.filter((episode) => episode.missingAt > from && episode.missingAt <= last.missingAt)
}

/**
 * Several episodes in the policy's rolling window: repeatedly going missing is not a normal pattern of behaviour.
 *
 * Judged when each episode begins, under the policy frozen onto that episode, so that what fired stays fired and a
 * further episode fires again with the larger evidence. Cancelled episodes do not count.
 *
 * Source: Rotherham scorecard, "children with 3+ episodes in period"; Rotherham operating guidance, section 4. The
 * window is the policy's; see `policy/rotherham.ts` for what is verified.
 */
export const repeatEpisodes = (state: ChildState): ReadonlyArray<Firing> => {
  const episodes = state.episodes
    .filter((episode) => episode.progress._tag !== "Cancelled")
    .sort((a, b) => a.missingAt - b.missingAt)
  return episodes.flatMap((last): ReadonlyArray<Firing> => {
    const { count, windowDays, level, action, owner } = last.policy.repeatEpisodes
    const evidence = episodesUpTo(last, episodes, windowDays.value)
    if (evidence.length < count.value) return []
    return [
      {
        rule: "repeat-episodes",
        level,
        action: action.value,
        owner,
        because: `${evidence.length} missing episodes in ${windowDays.value} days.`,
        episodeIds: evidence.map((episode) => episode.id),
        dates: evidence.map((episode) => episode.missingAt),
        source: count.source,
        verified: count.verified && windowDays.verified
      }
    ]
  })
}
