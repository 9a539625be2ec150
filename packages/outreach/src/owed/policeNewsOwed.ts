/** What the police told us that belongs to no episode here, and that a person has to chase. */
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildState, EarlyNotification, Notification } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import type { MisdirectedNews } from "../message/policeMessages.ts"
import { mashOrFallback } from "../recipients/Roster.ts"
import { isNews } from "./freshNews.ts"
import {
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once,
  whenAsked
} from "./OwedMessage.ts"
import { otherReports } from "./otherReports.ts"

/** When the child was last seen by the open report that the news may be of. */
const lookedForHere = (state: ChildState, notification: EarlyNotification): Instant | undefined =>
  state.episodes.find((episode) =>
    otherReports(state, episode).some((other) => other._tag === "Waiting" && other.notification === notification)
  )?.missingAt

/** News of a report that has not come itself: MASH is told at once, in the channel and each of them, and chases it. */
export const early = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, there, announceFrom } = snapshot
  return entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "NotificationReceived" || event.episodeId !== undefined || recordedAt < announceFrom) return []
    // Nobody is asked to chase the report of a child who died.
    if (state.death !== undefined) return []
    const { notification } = event
    const isWaiting = state.early.some(({ policeReference }) => policeReference === notification.policeReference)
    if (!isWaiting || notification.kind === "missing") return []
    const key: MessageKey = `early:${version}`
    const message = whenAsked(() => ({
      _tag: "EarlyNews",
      child,
      notification,
      ...definedFields({ lastSeenHere: lookedForHere(state, notification) })
    }))
    return [
      once(key, channel, message, "alert", recordedAt),
      ...includeExistingRecipients(snapshot, key, mashOrFallback(there)).map((person) =>
        once(`${key}:${person}`, { _tag: "Person", person } as const, message, "alert", recordedAt)
      )
    ]
  })
}

/** What a person said who rang about this news, and who they are; of news that came again since, nothing yet. */
const answerTo = (
  { entries }: CaseSnapshot,
  place: number,
  { policeReference }: Notification
): MisdirectedNews["answered"] => {
  const answer = entries
    .slice(place + 1)
    .find(
      ({ recorded: { event } }) => event._tag === "MisdirectedNewsAnswered" && event.policeReference === policeReference
    )
  if (answer?.recorded.event._tag !== "MisdirectedNewsAnswered") return undefined
  const { recordedBy, recordedAt, event } = answer.recorded
  return { by: recordedBy, at: recordedAt, answer: event.answer }
}

/** Refused to the police's system, which may tell nobody: people are told, until one of them has rung. */
export const turnedAwayNews = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom, delivered } = snapshot
  if (state.death !== undefined) return []
  return entries.flatMap(({ version, recorded: { recordedAt, event } }, place) => {
    if (event._tag !== "NotificationTurnedAway" || recordedAt < announceFrom) return []
    const { notification } = event
    const key: MessageKey = `turned-away:${version}`
    const answered = answerTo(snapshot, place, notification)
    if (answered === undefined ? !isNews(snapshot, recordedAt) : !delivered.has(key)) return []
    const message = (): MisdirectedNews => ({
      _tag: "MisdirectedNews",
      child,
      notification,
      ...definedFields({ answered })
    })
    return [{ ...once(key, channel, message, "alert", recordedAt), keptCurrent: true }]
  })
}
