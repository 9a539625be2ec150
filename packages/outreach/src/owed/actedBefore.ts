/** Who acknowledged an alert of the same disappearance before the newest one: an answer is of one alert, a person acts for the child. */
import { addHours } from "@safe-return/domain/calendar"
import { alertOf, type Episode, type EpisodeId, type PersonId } from "@safe-return/domain/pathway"
import { messageTimesOf } from "@safe-return/domain/policy"
import type { EarlierAnswer } from "../message/alertMessages.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

const HOURS_A_DAY = 24

/** This record, those joined to it, and those it was joined with until a person separated them. */
const recordsOf = ({ state, entries }: CaseSnapshot, { id }: Episode): ReadonlySet<EpisodeId> => {
  const joined = state.episodes.flatMap(({ id: other, progress }) =>
    progress._tag === "Cancelled" && progress.duplicateOf === id ? [other] : []
  )
  const separated = entries.flatMap(({ recorded: { event } }) =>
    event._tag === "EpisodesSeparated" && (event.episodeId === id || event.duplicateId === id)
      ? [event.episodeId, event.duplicateId]
      : []
  )
  return new Set([id, ...joined, ...separated])
}

/** Everybody who acknowledged an alert of this disappearance before the newest one, the first answer of each. */
export const actedBefore = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<EarlierAnswer> => {
  const { number, at } = alertOf(episode)
  const acted = new Map<PersonId, EarlierAnswer>()
  const add = (one: EarlierAnswer) => void (acted.has(one.person) || acted.set(one.person, one))
  const records = recordsOf(snapshot, episode)
  const since = addHours(at, -messageTimesOf(episode.policy).actedOnDays.value * HOURS_A_DAY)
  for (const { recorded } of snapshot.entries) {
    const { event, recordedAt } = recorded
    if (event._tag === "NotificationReceived" && event.episodeId === episode.id && number === 1) {
      for (const person of event.actedBefore ?? []) add({ person })
    }
    if (event._tag !== "AlertAcknowledged" || number === 1 || !records.has(event.episodeId)) continue
    const isOfAnother = event.episodeId !== episode.id || event.alert < number
    if (isOfAnother && recordedAt >= since && recordedAt <= at) add({ person: event.by, at: event.acknowledgedAt })
  }
  return [...acted.values()]
}
