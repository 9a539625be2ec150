/** What was recorded about the episode, in the words of its timeline. */

import { episodesOf } from "@safe-return/casework"
import { calendars, formatInstant } from "@safe-return/domain/calendar"
import type { Notification } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { eventInWords } from "@safe-return/outreach"
import { slackStyle } from "@safe-return/slack-bot"
import { Option } from "effect"
import type { HappenedEvent } from "../api.ts"
import type { Moment } from "./moment.ts"

const kinds: Readonly<Record<Notification["kind"], string>> = {
  missing: "a child is missing",
  updated: "details of a report changed",
  found: "the child was found",
  returned: "the child returned",
  cancelled: "a report is cancelled"
}

/** The timeline leaves out a notification, because what it led to follows at once. Here it is the beginning of all. */
const wordsOf = ({ recorded: { event } }: JournalEntry, { after }: Moment): string | undefined => {
  if (event._tag !== "NotificationReceived")
    return Option.getOrUndefined(eventInWords(event, { state: after, calendars }, slackStyle))
  const { kind, policeReference } = event.notification
  const waits = event.episodeId === undefined ? " It waits for the missing notification of the same reference." : ""
  return `*Notification received:* ${kinds[kind]}, police reference ${slackStyle.text(policeReference)}.${waits}`
}

export const eventsOf = (moment: Moment): ReadonlyArray<HappenedEvent> => {
  const { upTo, after, episode, fresh } = moment
  const isAbout = (entry: JournalEntry) =>
    fresh.includes(entry) || (episode !== undefined && episodesOf(after, entry.recorded.event).includes(episode.id))
  return upTo.filter(isAbout).flatMap((entry) => {
    const words = wordsOf(entry, moment)
    return words === undefined
      ? []
      : [
          {
            id: entry.id,
            at: formatInstant(entry.recorded.recordedAt),
            words,
            by: slackStyle.person(entry.recorded.recordedBy),
            isNew: fresh.includes(entry)
          }
        ]
  })
}
