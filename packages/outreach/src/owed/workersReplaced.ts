/** Told to a worker: the child is with others now, unless they said so themselves. */
import { isOpen } from "@safe-return/domain/pathway"
import { presentOf } from "../recipients/Roster.ts"
import { formerWorkers, replacedBy } from "./formerWorkers.ts"
import { isKeptCurrent, isNews, timesOfMessages } from "./freshNews.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { endOfEpisode } from "./outcomes.ts"
import { workersOf } from "./rungRecipients.ts"

/** What they were sent changes too, but a message that changes rings nowhere. */
export const workersReplaced = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, delivered, there, announceFrom } = snapshot
  if (state.death !== undefined || !isKeptCurrent(snapshot)) return []
  return state.episodes.flatMap((episode) =>
    formerWorkers(snapshot, episode).flatMap((worker) => {
      const entry = replacedBy(snapshot, episode, worker)
      if (entry === undefined) return []
      const { recordedAt, recordedBy } = entry.recorded
      const key = `worker-replaced:${entry.version}:${episode.id}:${worker}` as const
      const isNew = isOpen(episode) && recordedBy !== worker && isNews(snapshot, recordedAt) && there.canBeTold(worker)
      if (recordedAt < announceFrom || (!isNew && delivered.get(key)?._tag !== "Sent")) return []
      const people = presentOf(there, workersOf(snapshot, episode)).filter((one) => one !== worker)
      const outcome = endOfEpisode(state, episode) ?? { _tag: "WithOthers", people }
      const news = once(
        key,
        { _tag: "Person", person: worker },
        () => ({ _tag: "RequestOver", child, outcome }),
        "required",
        recordedAt
      )
      return [{ ...news, keptCurrent: true, actedOnDays: timesOfMessages(snapshot).actedOnDays.value }]
    })
  )
}
