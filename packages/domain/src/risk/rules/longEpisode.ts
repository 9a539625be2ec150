import { addHours } from "../../calendar/instant.ts"
import { endOf } from "../../pathway/stretches.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { isChatSafe } from "../chatSafety.ts"
import { later, type Rule } from "../rule.ts"

/** One episode that lasted longer than so many elapsed hours. Exactly so many is not longer. */
export const longEpisode: Rule<SettingOf<"long-episode">> = {
  title: "Long episode",
  mayGoToChat: isChatSafe,
  numbers: ({ hours }) => [hours],
  restsOn: ["grading", "ending"],
  isOfOneEpisode: true,
  judge: ({ hours, counted }, record, index) => {
    const episode = record.episodes[index]
    if (episode === undefined) return undefined
    const end = endOf(episode)
    if (end === undefined || end <= addHours(episode.missingAt, hours.value)) return undefined
    if (!record.isCounted(counted, episode)) return undefined
    return {
      episodes: [episode],
      because: `The episode lasted more than ${hours.value} hours.`,
      metAt: later(end, episode.notifiedAt)
    }
  }
}
