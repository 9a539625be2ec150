import { civilDay, yearMonthDay } from "../../calendar/civilDay.ts"
import { londonDayOf, startOfLondonDay } from "../../calendar/londonTime.ts"
import type { Episode } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { isChatSafe } from "../chatSafety.ts"
import { evidenceAtMost } from "../evidenceAtMost.ts"
import { episodesInWords, knownAt, type Rule } from "../rule.ts"

/**
 * Several episodes that began in one London calendar month: the scorecard's "children with 3+ episodes in period",
 * read as the reporting month.
 *
 * Source: Rotherham "Missing from Home, Care and School" scorecard, which does not define its period further.
 */
export const episodesInMonth: Rule<SettingOf<"episodes-in-month">> = {
  title: "Repeat episodes in a month",
  mayGoToChat: isChatSafe,
  numbers: ({ count }) => [count],
  restsOn: ["others", "grading"],
  judge: ({ count, counted }, record, index) => {
    const last = record.episodes[index]
    if (last === undefined || !record.isCounted(counted, last)) return undefined
    const { year, month } = yearMonthDay(londonDayOf(last.missingAt))
    const from = startOfLondonDay(civilDay(year, month, 1))
    const most = evidenceAtMost(count.value)
    const episodes: Array<Episode> = []
    let isMore = false
    for (let at = index; at >= 0; at -= 1) {
      const episode = record.episodes[at]
      if (episode === undefined || episode.missingAt < from) break
      isMore = episodes.length === most
      if (isMore) break
      if (record.isCounted(counted, episode)) episodes.push(episode)
    }
    if (episodes.length < count.value) return undefined
    episodes.reverse()
    return {
      episodes,
      because: `${episodesInWords(episodes.length, isMore)} in one calendar month.`,
      metAt: knownAt(episodes)
    }
  }
}
