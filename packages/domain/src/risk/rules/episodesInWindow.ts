import { addHours } from "../../calendar/instant.ts"
import type { Episode } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { isChatSafe } from "../chatSafety.ts"
import { evidenceAtMost } from "../evidenceAtMost.ts"
import { episodesInWords, knownAt, type Rule } from "../rule.ts"

const HOURS_A_DAY = 24

/**
 * Several episodes in a rolling window: repeatedly going missing is not a normal pattern of behaviour.
 *
 * The window ends with the episode that is judged and is open at its far end: an episode exactly `windowDays` days
 * before is out. A day is 24 elapsed hours.
 *
 * Sources: Rotherham operating guidance, section 4 (no number); Derby and Derbyshire's procedure, 3 in 30 days.
 */
export const episodesInWindow: Rule<SettingOf<"episodes-in-window">> = {
  title: "Repeat episodes",
  mayGoToChat: isChatSafe,
  numbers: ({ count, windowDays }) => [count, windowDays],
  restsOn: ["others", "grading"],
  judge: ({ count, windowDays, counted }, record, index) => {
    const last = record.episodes[index]
    if (last === undefined || !record.isCounted(counted, last)) return undefined
    const after = addHours(last.missingAt, -windowDays.value * HOURS_A_DAY)
    const most = evidenceAtMost(count.value)
    let found = 0
    let isMore = false
    let first = index
    for (let at = index; at >= 0; at -= 1) {
      const episode = record.episodes[at]
      if (episode === undefined || episode.missingAt <= after) break
      isMore = found === most
      if (isMore) break
      if (!record.isCounted(counted, episode)) continue
      found += 1
      first = at
    }
    if (found < count.value) return undefined
    const episodes: Array<Episode> = []
    for (let at = first; at <= index; at += 1) {
      const episode = record.episodes[at]
      if (episode !== undefined && record.isCounted(counted, episode)) episodes.push(episode)
    }
    return {
      episodes,
      because: `${episodesInWords(found, isMore)} in ${windowDays.value} days.`,
      metAt: knownAt(episodes)
    }
  }
}
