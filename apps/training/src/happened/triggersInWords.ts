/** The risk triggers the episode has met, each with its evidence and source; those met in this moment first. */
import { calendars } from "@safe-return/domain/calendar"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import { londonDateTime } from "@safe-return/wording"
import type { ExplainedTrigger } from "../api.ts"
import type { Moment } from "./moment.ts"

export const triggersOf = ({ before, after, episode, fresh, at, key }: Moment): ReadonlyArray<ExplainedTrigger> => {
  if (episode === undefined) return []
  const held = new Set(triggersFired(before, { calendars, now: at }).map((firing) => firing.key))
  const isNew = (firing: Firing) => (fresh.length > 0 && !held.has(firing.key)) || key?.includes(firing.key) === true
  return triggersFired(after, { calendars, now: at })
    .filter(({ episodeIds }) => episodeIds.includes(episode.id))
    .map((firing) => ({
      key: firing.key,
      title: firing.title,
      level: firing.level,
      action: firing.action,
      owner: firing.owner,
      because: firing.because,
      evidence: firing.dates.map(londonDateTime),
      source: firing.source,
      isVerified: firing.verified,
      isSaidInChat: firing.mayGoToChat,
      isNew: isNew(firing)
    }))
    .sort((a, b) => Number(b.isNew) - Number(a.isNew))
}
