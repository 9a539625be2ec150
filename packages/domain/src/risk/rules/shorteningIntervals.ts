import { addHours } from "../../calendar/instant.ts"
import { knownAt, type Rule } from "../rule.ts"

const HOURS_A_DAY = 24

/**
 * The child goes missing sooner each time: so many intervals between disappearances running, each shorter than the
 * one before, all of them within so many days. Measured from last seen to last seen.
 *
 * Source: none seen; professional judgement made testable, so its numbers are working choices.
 */
export const shorteningIntervals: Rule<"shortening-intervals"> = {
  title: "Going missing sooner each time",
  mayGoToChat: () => true,
  numbers: ({ intervals, withinDays }) => [intervals, withinDays],
  judge: ({ intervals, withinDays }, record, index) => {
    const last = record.episodes[index]
    if (last === undefined || index < intervals.value) return undefined
    const after = addHours(last.missingAt, -withinDays.value * HOURS_A_DAY)
    let first = index
    let shorter = -1
    for (let at = index - 1; at >= 0; at -= 1) {
      const [earlier, next] = [record.episodes[at], record.episodes[at + 1]]
      if (earlier === undefined || next === undefined || earlier.missingAt <= after) break
      const interval = next.missingAt - earlier.missingAt
      if (interval <= shorter) break
      shorter = interval
      first = at
    }
    if (index - first < intervals.value) return undefined
    const episodes = record.episodes.slice(first, index + 1)
    return {
      episodes,
      because: `${index - first} intervals running, each shorter than the one before, within ${withinDays.value} days.`,
      metAt: knownAt(episodes)
    }
  }
}
