import { MILLISECONDS_A_DAY } from "../../calendar/unitsOfTime.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { evidenceAtMost } from "../evidenceAtMost.ts"
import { knownAt, orMore, type Rule } from "../rule.ts"

/**
 * The child goes missing sooner each time: so many intervals between disappearances running, each shorter than the
 * one before, all of them within so many days. Measured from last seen to last seen.
 *
 * Source: none seen; professional judgement made testable, so its numbers are working choices.
 */
export const shorteningIntervals: Rule<SettingOf<"shortening-intervals">> = {
  title: "Going missing sooner each time",
  mayGoToChat: () => true,
  numbers: ({ intervals, withinDays }) => [intervals, withinDays],
  restsOn: ["others"],
  judge: ({ intervals, withinDays }, record, index) => {
    const missingAt = (at: number): number => record.episodes[at]?.missingAt ?? 0
    const interval = (at: number): number => (at > index ? 0 : missingAt(at) - missingAt(at - 1))
    const after = missingAt(index) - withinDays.value * MILLISECONDS_A_DAY
    let first = index
    // Without `first > 0` the answer is the same, but an array asked for its place -1 costs a tenth of all triggers.
    const most = evidenceAtMost(intervals.value + 1)
    while (
      first > 0 &&
      index - first < most - 1 &&
      missingAt(first - 1) > after &&
      interval(first) > interval(first + 1)
    )
      first -= 1
    if (index - first < intervals.value) return undefined
    const isMore = index - first === most - 1 && most > intervals.value + 1
    const episodes = record.episodes.slice(first, index + 1)
    return {
      episodes,
      because: `${orMore(index - first, isMore)} intervals running, each shorter than the one before, within ${withinDays.value} days.`,
      metAt: knownAt(episodes)
    }
  }
}
