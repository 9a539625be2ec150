import { addHours, type Instant } from "../../calendar/instant.ts"
import type { Episode } from "../../pathway/state.ts"
import { isChatSafe } from "../chatSafety.ts"
import { later, type Rule } from "../rule.ts"

/**
 * When an episode ended: a missing child's when they were found, a child's whose whereabouts were known when they
 * were back. Source: DfE's guide to the SSDA903 missing table, end of a period missing or away.
 */
const endOf = ({ absence, progress }: Episode): Instant | undefined => {
  if (progress._tag === "Found") return absence === "missing" ? progress.foundAt : undefined
  if (progress._tag !== "Returned") return undefined
  return absence === "missing" ? (progress.foundAt ?? progress.returnedAt) : progress.returnedAt
}

/** One episode that lasted longer than so many elapsed hours. Exactly so many is not longer. */
export const longEpisode: Rule<"long-episode"> = {
  title: "Long episode",
  mayGoToChat: isChatSafe,
  numbers: ({ hours }) => [hours],
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
