/** What the police told us that belongs to no episode here, and that a person has to chase. */
import { type CaseSnapshot, channel, type OwedMessage, once } from "./OwedMessage.ts"

/** News of a report that has not come itself: MASH is told at once, and chases it. */
export const early = ({ child, state, entries, announceFrom }: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) => {
    if (event._tag !== "NotificationReceived" || event.episodeId !== undefined || recordedAt < announceFrom) return []
    // Nobody is asked to chase the report of a child who died.
    if (state.death !== undefined) return []
    const { notification } = event
    const isWaiting = state.early.some(({ policeReference }) => policeReference === notification.policeReference)
    return isWaiting && notification.kind !== "missing"
      ? [once(`early:${version}`, channel, () => ({ _tag: "EarlyNews", child, notification }), "alert", recordedAt)]
      : []
  })

/** Refused to the police's system, which may tell nobody: people are told, so that one of them rings. */
export const turnedAwayNews = ({ child, entries, announceFrom }: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  entries.flatMap(({ version, recorded: { recordedAt, event } }) =>
    event._tag === "NotificationTurnedAway" && recordedAt >= announceFrom
      ? [
          once(
            `turned-away:${version}`,
            channel,
            () => ({ _tag: "MisdirectedNews", child, notification: event.notification }),
            "alert",
            recordedAt
          )
        ]
      : []
  )
