import { addHours, Instant } from "../../calendar/instant.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { isChatSafe } from "../chatSafety.ts"
import { later, type Rule } from "../rule.ts"

/**
 * Not found yet, more than so many elapsed hours after the child was last seen. Exactly so many is not past them.
 *
 * Source: none seen gives Rotherham's hours; see the policy for where its number comes from.
 */
export const stillMissing: Rule<SettingOf<"still-missing">> = {
  title: "Not found quickly",
  mayGoToChat: isChatSafe,
  numbers: ({ hours }) => [hours],
  restsOn: ["grading", "ending"],
  isOfOneEpisode: true,
  isOfSearch: true,
  judge: ({ hours, counted }, record, index) => {
    const episode = record.episodes[index]
    if (episode === undefined || episode.progress._tag !== "Missing" || episode.closure !== undefined) return undefined
    const limit = addHours(episode.missingAt, hours.value)
    if (record.now <= limit || !record.isCounted(counted, episode)) return undefined
    return {
      episodes: [episode],
      because: `Not found more than ${hours.value} hours after last seen.`,
      metAt: later(Instant(limit + 1), episode.notifiedAt)
    }
  }
}
